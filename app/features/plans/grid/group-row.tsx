import { memo, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/ui';
import { isAmount } from './columns';
import { GridCell } from './grid-cell';
import { useGridModel } from './grid-model';
import { readLineSelection } from './grid-selection';
import type { GroupLine } from './lines';
import { SumCell } from './sum-cell';
import { figureOf, sumColumns } from './sums';

/** The header of a group: its name, how many actions, and what they cost. */
export const GroupRow = memo(function GroupRow({
  line,
  index,
  topPx,
}: {
  line: GroupLine;
  index: number;
  topPx: number;
}) {
  const { t } = useTranslation('actions');
  const { selection, reading, columns, toggleGroup } = useGridModel();
  const part = useSyncExternalStore(selection.subscribe, () => selection.partOf(line.key));
  const selected = readLineSelection(part);
  const sums = useMemo(() => sumColumns(line.actions, columns, reading), [line.actions, columns, reading]);
  const title = line.title || t(line.key.startsWith('block:') ? 'group.noBlock' : 'group.noObjective');
  const name = `${line.number} ${title}`.trim();

  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="grid-row group-row"
      data-line={line.key}
      data-depth={Math.min(line.depth, 2)}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      {columns.map((column, at) => (
        <GridCell
          key={column.key}
          column={column}
          index={at}
          isFocused={selected?.focus === at}
          isSelected={selected !== null && at >= selected.first && at <= selected.last}
          title={at === 1 ? name : undefined}
        >
          {at === 0 && (
            <button
              type="button"
              tabIndex={-1}
              className="group-toggle"
              aria-expanded={!line.isCollapsed}
              aria-label={t(line.isCollapsed ? 'group.expand' : 'group.collapse', { name })}
              onClick={() => toggleGroup(line.key)}
            >
              <Icon name={line.isCollapsed ? 'chevronEnd' : 'chevronDown'} />
              <span aria-hidden="true">{line.number}</span>
            </button>
          )}
          {at === 1 && (
            <span className="group-title">
              {title} <span className="group-count">{t('group.count', { count: line.actions.length })}</span>
            </span>
          )}
          {isAmount(column) && (
            <SumCell
              sums={sums.get(column.key)}
              figure={figureOf(column, line.actions, name)}
              column={column}
              limit={2}
            />
          )}
        </GridCell>
      ))}
    </div>
  );
});
