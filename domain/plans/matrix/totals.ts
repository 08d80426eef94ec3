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
}

type Sums = Map<number, Big>;

/** Sums the columns of amounts as rows are read, so that the matrix's own totals can be checked and left out. */
export function makeTotals(mapping: MatrixMapping): Totals {
  const sums = { all: new Map() as Sums, section: new Map() as Sums, sinceTotal: new Map() as Sums };

  function check(row: GridRow, rowNumber: number): MatrixProblem[] {
    const money = mapping.columns.filter(({ field }) => isMoneyField(field));
    const problems = money.flatMap(({ column, unit }): MatrixProblem[] => {
      const cell = row[column];
      if (!cell?.text || cell.isFromLeft || cell.isFromAbove) return [];
      const stated = readAmount(cell.value, { decimal: mapping.decimal, unit });
      if (stated.state !== 'read') return [];
      const candidates = [sums.sinceTotal, sums.section, sums.all].map(
        (sum) => sum.get(column) ?? new Big(0),
      );
      const tolerance = new Big(unit).times('0.01');
      const agrees = candidates.some((sum) => sum.minus(stated.text).abs().lte(tolerance));
      const at = { row: rowNumber, column, value: cell.text, kept: 'skipped' as const };
      if (agrees) return [problem('total_agrees', at)];
      const computed = nearest(candidates, stated.text).toFixed();
      return [problem('total_differs', { ...at, details: { stated: stated.text, computed } })];
    });
    sums.sinceTotal = new Map();
    return problems;
  }

  return {
    add(byColumn) {
      for (const sum of Object.values(sums)) {
        for (const [column, amount] of byColumn)
          sum.set(column, (sum.get(column) ?? new Big(0)).plus(amount));
      }
    },
    enterSection() {
      sums.section = new Map();
    },
    check,
  };
}

function nearest(candidates: readonly Big[], stated: string): Big {
  return candidates.reduce((best, sum) =>
    sum.minus(stated).abs().lt(best.minus(stated).abs()) ? sum : best,
  );
}
