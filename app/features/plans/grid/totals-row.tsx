import { useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '#domain/plans/types';
import { isAmount } from './columns';
import { GridCell } from './grid-cell';
import { useGridModel } from './grid-model';
import { readLineSelection } from './grid-selection';
import { SumCell } from './sum-cell';
import { figureOf, sumColumns } from './sums';

export const totalsKey = 'totals';

/** What the actions shown cost and what is secured, by year and currency; it stays at the foot of the grid. */
export function TotalsRow({
  actions,
  index,
  allCount,
}: {
  actions: readonly Action[];
  index: number;
  allCount: number;
}) {
  const { t } = useTranslation('actions');
  const { selection, reading, columns } = useGridModel();
  const part = useSyncExternalStore(selection.subscribe, () => selection.partOf(totalsKey));
  const selected = readLineSelection(part);
  // Adding up thousands of lines must not hold up someone's typing.
  const counted = useDeferredValue(actions);
  const sums = useMemo(() => sumColumns(counted, columns, reading), [counted, columns, reading]);
  const name =
    actions.length === allCount
      ? t('totals.all')
      : t('totals.shown', { count: actions.length, all: reading.format.number(allCount) });

  return (
    <div role="row" aria-rowindex={index + 2} className="grid-row totals-row" data-line={totalsKey}>
      {columns.map((column, at) => (
        <GridCell
          key={column.key}
          column={column}
          index={at}
          isFocused={selected?.focus === at}
          isSelected={selected !== null && at >= selected.first && at <= selected.last}
        >
          {at === 1 && <span className="cell-text">{name}</span>}
          {isAmount(column) && (
            <SumCell sums={sums.get(column.key)} figure={figureOf(column, counted, name)} column={column} />
          )}
        </GridCell>
      ))}
    </div>
  );
}
