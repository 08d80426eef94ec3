import Big from 'big.js';
import { readAmount } from './amounts';
import { isMoneyField, type MatrixMapping } from './mapping';
import type { GridRow } from './merged-cells';
import { type MatrixProblem, problem } from './problems';

export interface Totals {
  add(byColumn: ReadonlyMap<number, Big>): void;
  enterSection(): void;
  /** Compares a total row with what it may be the sum of. */
  check(row: GridRow, rowNumber: number): MatrixProblem[];
  /** The amounts that a row states, by column. */
  statedIn(row: GridRow): Sums;
  /** Whether these are the sums of at least so many rows above, in every column of amounts. */
  areSums(stated: ReadonlyMap<number, Big>, ofRows: number): boolean;
}

type Sums = Map<number, Big>;

interface Scope {
  byColumn: Sums;
  rows: number;
}

/** Sums the columns of amounts as rows are read, so that the matrix's own totals can be checked and left out. */
export function makeTotals(mapping: MatrixMapping): Totals {
  const sums = { all: emptyScope(), section: emptyScope(), sinceTotal: emptyScope() };
  const money = mapping.columns.filter(({ field }) => isMoneyField(field));

  function check(row: GridRow, rowNumber: number): MatrixProblem[] {
    const problems = money.flatMap(({ column, unit }): MatrixProblem[] => {
      const cell = row[column];
      if (!cell?.text || cell.isFromLeft || cell.isFromAbove) return [];
      const stated = readAmount(cell.value, { decimal: mapping.decimal, unit });
      if (stated.state !== 'read') return [];
      const candidates = [sums.sinceTotal, sums.section, sums.all].map(
        ({ byColumn }) => byColumn.get(column) ?? new Big(0),
      );
      const tolerance = new Big(unit).times('0.01');
      const agrees = candidates.some((sum) => sum.minus(stated.text).abs().lte(tolerance));
      const at = { row: rowNumber, column, value: cell.text, kept: 'skipped' as const };
      if (agrees) return [problem('total_agrees', at)];
      const computed = nearest(candidates, stated.text).toFixed();
      return [problem('total_differs', { ...at, details: { stated: stated.text, computed } })];
    });
    sums.sinceTotal = emptyScope();
    return problems;
  }

  function statedIn(row: GridRow): Sums {
    const stated: Sums = new Map();
    for (const { column, unit } of money) {
      const cell = row[column];
      if (!cell?.text || cell.isFromLeft || cell.isFromAbove) continue;
      const amount = readAmount(cell.value, { decimal: mapping.decimal, unit });
      if (amount.state === 'read') stated.set(column, new Big(amount.text));
    }
    return stated;
  }

  function areSums(stated: ReadonlyMap<number, Big>, ofRows: number): boolean {
    if ([...stated.values()].every((amount) => amount.eq(0))) return false;
    return Object.values(sums).some(
      ({ byColumn, rows }) =>
        rows >= ofRows &&
        money.every(({ column, unit }) => {
          const difference = (byColumn.get(column) ?? new Big(0)).minus(stated.get(column) ?? new Big(0));
          return difference.abs().lte(new Big(unit).times('0.01'));
        }),
    );
  }

  return {
    statedIn,
    areSums,
    add(byColumn) {
      for (const scope of Object.values(sums)) {
        scope.rows += byColumn.size > 0 ? 1 : 0;
        for (const [column, amount] of byColumn) {
          scope.byColumn.set(column, (scope.byColumn.get(column) ?? new Big(0)).plus(amount));
        }
      }
    },
    enterSection() {
      sums.section = emptyScope();
    },
    check,
  };
}

function emptyScope(): Scope {
  return { byColumn: new Map(), rows: 0 };
}

function nearest(candidates: readonly Big[], stated: string): Big {
  return candidates.reduce((best, sum) =>
    sum.minus(stated).abs().lt(best.minus(stated).abs()) ? sum : best,
  );
}
