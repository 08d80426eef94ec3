import Big from 'big.js';
import type { Certainty, CostLine, FundingLine, InstitutionRef } from '../types';
import { readAmount } from './amounts';
import { readCertainty } from './choice-words';
import type { MatrixField } from './mapping';
import { currencyIn } from './money-words';
import { readInstitutions } from './read-institutions';
import { cellsOf, type MappedCell, type MatrixRow, report, textOf } from './row';

export interface Money {
  costs: Omit<CostLine, 'id' | 'order'>[];
  funding: Omit<FundingLine, 'id' | 'order'>[];
  /** What each column of amounts adds to its total. */
  byColumn: Map<number, Big>;
}

interface Amount {
  column: number;
  year: string;
  amount: string;
  currency: string;
  isRead: boolean;
}

/** Costs by year and funding lines of a row. `year` is the action's own, where it lies within one. */
export function readMoney(row: MatrixRow, year: string): Money {
  const byColumn = new Map<number, Big>();
  const costs = readAmounts(row, 'cost', byColumn);
  const totals = readAmounts(row, 'costTotal', byColumn);
  compareRowTotal(row, costs, totals);
  const counted = costs.length > 0 ? costs : totals;
  return {
    costs: counted.map((cost) => ({
      amount: cost.amount,
      currency: cost.currency,
      year: yearOf(row, cost, year),
    })),
    funding: readFunding(row, byColumn),
    byColumn,
  };
}

function yearOf(row: MatrixRow, cost: Amount, year: string): string {
  if (cost.year || year) return cost.year || year;
  report(row, 'cost_without_year', { column: cost.column, value: cost.amount, kept: 'as_typed' });
  return '';
}

function readAmounts(row: MatrixRow, field: MatrixField, byColumn: Map<number, Big>): Amount[] {
  return cellsOf(row, field).flatMap((mapped) => {
    const { cell, column } = mapped;
    if (cell.isFromAbove) {
      report(row, 'cost_merged', { column: column.column, value: cell.text, kept: 'once' });
      return [];
    }
    return readOne(row, mapped, byColumn) ?? [];
  });
}

function readOne(row: MatrixRow, { cell, column }: MappedCell, byColumn: Map<number, Big>): Amount | null {
  const reading = readAmount(cell.value, { decimal: row.mapping.decimal, unit: column.unit });
  if (reading.state === 'empty') return null;
  const base = { column: column.column, year: column.period.slice(0, 4) };
  if (reading.state === 'not_understood') {
    const code = isFormulaError(reading.text) ? 'formula_error' : 'amount_not_understood';
    report(row, code, { column: column.column, value: reading.text, kept: 'as_typed' });
    return { ...base, amount: reading.text, currency: currencyOf(row, column.currency), isRead: false };
  }
  if (reading.isNegative)
    report(row, 'amount_negative', { column: column.column, value: cell.text, kept: 'as_typed' });
  byColumn.set(column.column, (byColumn.get(column.column) ?? new Big(0)).plus(reading.text));
  return {
    ...base,
    amount: reading.text,
    currency: reading.currency || currencyOf(row, column.currency),
    isRead: true,
  };
}

/** What Excel and LibreOffice leave in a cell whose formula fails. */
export function isFormulaError(text: string): boolean {
  return /^#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NULL!|NUM!|SPILL!)$/i.test(text);
}

/** The column's own currency, else the row's, else the matrix's. */
function currencyOf(row: MatrixRow, ofColumn: string): string {
  return ofColumn || currencyIn(textOf(row, 'currency')) || row.mapping.currency;
}

/** A total beside the years is a check, never one more cost. */
function compareRowTotal(row: MatrixRow, costs: readonly Amount[], totals: readonly Amount[]): void {
  const [total] = totals;
  if (!total?.isRead || costs.length === 0 || costs.some((cost) => !cost.isRead)) return;
  if (costs.some((cost) => cost.currency !== total.currency)) return;
  const sum = costs.reduce((all, cost) => all.plus(cost.amount), new Big(0));
  if (sum.minus(total.amount).abs().lte('0.01')) return;
  report(row, 'row_total_differs', {
    column: total.column,
    value: total.amount,
    kept: 'skipped',
    details: { computed: sum.toFixed(), stated: total.amount },
  });
}

function readFunding(row: MatrixRow, byColumn: Map<number, Big>): Money['funding'] {
  const sources = readInstitutions(row, 'fundingSource');
  const secured = readAmounts(row, 'fundingSecured', byColumn);
  const gaps = readAmounts(row, 'fundingGap', byColumn).filter(
    (gap) => !gap.isRead || !new Big(gap.amount).eq(0),
  );
  const certainty = readCertainty(textOf(row, 'certainty'));
  const nobody: InstitutionRef = { institutionId: null, text: '' };
  const toMobilise = gaps.map((gap) => line(nobody, gap, 'to_mobilise'));
  if (secured.length === 0) {
    const named = sources.map((source) =>
      line(source, { year: '', amount: '', currency: currencyOf(row, '') }, certainty ?? 'to_mobilise'),
    );
    return [...named, ...toMobilise];
  }
  const source = sources.length > 1 ? sharedSource(row, sources) : (sources[0] ?? nobody);
  return [...secured.map((amount) => line(source, amount, certainty ?? 'secured')), ...toMobilise];
}

/** Nobody says who gives how much of one amount, so it is not divided. */
function sharedSource(row: MatrixRow, sources: readonly InstitutionRef[]): InstitutionRef {
  const text = sources.map((source) => source.text).join(', ');
  report(row, 'funding_shared', { value: text, kept: 'joined' });
  return { institutionId: null, text };
}

function line(
  source: InstitutionRef,
  { year, amount, currency }: Pick<Amount, 'year' | 'amount' | 'currency'>,
  certainty: Certainty,
): Money['funding'][number] {
  return { ...source, year, amount, currency, certainty };
}
