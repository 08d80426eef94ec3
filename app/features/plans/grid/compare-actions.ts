import { compareAmounts } from '#domain/money';
import type { Action } from '#domain/plans/types';
import { type CellReading, cellText } from './cell-text';
import { type GridColumn, isAmount } from './columns';
import type { GridSort } from './filters';
import { sumColumns } from './sums';

/**
 * Compares by one column. Empty cells come last both ways; amounts compare within the plan's main currency, since two
 * currencies have no order.
 */
export function compareBy(
  sort: GridSort | null,
  columns: readonly GridColumn[],
  reading: CellReading,
): ((a: Action, b: Action) => number) | null {
  const column = sort && columns.find(({ key }) => key === sort.column);
  if (!sort || !column || column.kind === 'number') {
    return sort?.column === 'number' && sort.direction === 'descending' ? () => -1 : null;
  }
  const turn = sort.direction === 'ascending' ? 1 : -1;
  const { compare } = new Intl.Collator(reading.format.locale, { numeric: true });
  const keyOf = isAmount(column)
    ? (action: Action) =>
        sumColumns([action], [column], reading).get(column.key)?.[reading.context.currency] ?? ''
    : (action: Action) => sortText(action, column, reading);
  return (a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    if (first === '' || second === '') return Number(first === '') - Number(second === '');
    return turn * (isAmount(column) ? compareAmounts(first, second) : compare(first, second));
  };
}

function sortText(action: Action, column: GridColumn, reading: CellReading): string {
  const { period } = reading.facts(action);
  if (column.kind === 'start') return period?.start ?? '';
  if (column.kind === 'end') return period?.end ?? '';
  return cellText(action, column, reading);
}
