import type { Theme } from '../themes';

interface Counted {
  cells: readonly { theme: Theme; count: number }[];
}

/** The columns' sums over all rows of a matrix; a theme without any has none. */
export function themeTotals(rows: readonly Counted[]): Partial<Record<Theme, number>> {
  const totals: Partial<Record<Theme, number>> = {};
  for (const { theme, count } of rows.flatMap(({ cells }) => cells))
    totals[theme] = (totals[theme] ?? 0) + count;
  return totals;
}
