import { sumByCurrency } from '#domain/money';
import { type FigureRow, totalsByCurrency } from '#domain/plans';
import type { Action } from '#domain/plans/types';
import type { ActionFacts } from './action-facts';
import type { GridColumn } from './columns';
import type { OpenedFigure } from './grid-model';
import type { PlanContext } from './plan-context';

/** Sums by currency of each amount column over some actions; currencies are never added to one another. */
export type ColumnSums = ReadonlyMap<string, Record<string, string>>;

/** How the texts of the plan are read, and which years have a column whether it is shown or not. */
interface SumReading {
  facts: (action: Action) => ActionFacts;
  context: PlanContext;
}

export function sumColumns(
  actions: readonly Action[],
  columns: readonly GridColumn[],
  { facts, context }: SumReading,
): ColumnSums {
  const rows = actions.flatMap((action) => facts(action).rows);
  const costs = rows.filter((row) => row.kind === 'cost');
  const totals = Object.entries(totalsByCurrency(rows));
  const sums = new Map<string, Record<string, string>>();
  for (const { key, kind, year } of columns) {
    if (kind === 'cost') sums.set(key, sumByCurrency(costs.filter((row) => row.year === year?.year)));
    if (kind === 'other_years') {
      sums.set(key, sumByCurrency(costs.filter((row) => !isOfHorizon(row.year, context))));
    }
    if (kind === 'total') sums.set(key, pick(totals, 'cost'));
    if (kind === 'secured' || kind === 'gap') sums.set(key, pick(totals, kind));
  }
  return sums;
}

function pick(
  totals: [string, ReturnType<typeof totalsByCurrency>[string]][],
  part: 'cost' | 'secured' | 'gap',
): Record<string, string> {
  return Object.fromEntries(totals.map(([currency, of]) => [currency, of[part]]));
}

/** The figure that a cell of an amount column opens to, or null for the other columns. */
export function figureOf(column: GridColumn, actions: readonly Action[], title: string): OpenedFigure | null {
  switch (column.kind) {
    case 'cost':
      return { title, actions, part: 'cost', year: column.year?.year ?? null };
    case 'other_years':
      return { title, actions, part: 'cost', year: 'other' };
    case 'total':
      return { title, actions, part: 'cost', year: null };
    case 'secured':
    case 'gap':
      return { title, actions, part: column.kind, year: null };
    default:
      return null;
  }
}

/** A row of money as it counts in a figure: funding is taken off a gap. */
export interface SignedRow extends FigureRow {
  sign: 1 | -1;
}

/** The rows behind a figure. Their signed amounts add up to it, by currency. */
export function rowsOfFigure(
  { actions, part, year }: OpenedFigure,
  { facts, context }: SumReading,
): SignedRow[] {
  return actions.flatMap((action) =>
    facts(action).rows.flatMap((row): SignedRow[] => {
      if (part === 'secured') return row.kind === 'secured' ? [{ ...row, sign: 1 }] : [];
      if (row.kind === 'cost') {
        const counts =
          year === null || (year === 'other' ? !isOfHorizon(row.year, context) : row.year === year);
        return counts ? [{ ...row, sign: 1 }] : [];
      }
      return part === 'gap' && row.kind !== 'to_mobilise' ? [{ ...row, sign: -1 }] : [];
    }),
  );
}

function isOfHorizon(year: number | null, { years }: PlanContext): boolean {
  return years.some((own) => own.year === year);
}
