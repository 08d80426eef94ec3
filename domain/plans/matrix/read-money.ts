import Big from 'big.js';
import type { Certainty, InstitutionRef } from '../types';
import { readAmount } from './amounts';
import { readCertainty } from './choice-words';
import type { ColumnMapping, MatrixField } from './mapping';
import { currencyIn } from './money-words';
import { readInstitutions } from './read-institutions';
import type { DraftCost, DraftFunding } from './reading';
import { cellsOf, type MappedCell, type MatrixRow, report, textOf } from './row';

export interface Money {
  costs: DraftCost[];
  funding: DraftFunding[];
  /** What each column of amounts adds to its total. */
  byColumn: Map<number, Big>;
}

interface Amount {
  column: number;
  year: string;
  amount: string;
  currency: string;
  /** Named by the cell or the column. */
  hasOwnCurrency: boolean;
  /** Named by neither, nor by the row. */
  isCurrencyAssumed: boolean;
  isRead: boolean;
  /** Merged over the columns of several years. */
  isOfAllYears?: boolean;
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
      // The row's currency may be that of its funding alone.
      ...(!cost.hasOwnCurrency && { isCurrencyAssumed: true }),
      ...(!cost.year && year && !cost.isOfAllYears && { isYearAssumed: true }),
    })),
    funding: readFunding(row, byColumn),
    byColumn,
  };
}

function yearOf(row: MatrixRow, cost: Amount, year: string): string {
  if (cost.isOfAllYears) return '';
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
    const amount = readOne(row, mapped, byColumn);
    if (!amount || !isOverYears(row, column)) return amount ?? [];
    report(row, 'cost_over_years', { column: column.column, value: cell.text, kept: 'without_year' });
    return { ...amount, year: '', isOfAllYears: true };
  });
}

/** Nobody says which part of an amount merged over "2026 | 2027 | 2028" falls in which year. */
function isOverYears({ cells, mapping }: MatrixRow, { column, field, period }: ColumnMapping): boolean {
  for (let next = column + 1; cells[next]?.isFromLeft; next++) {
    const other = mapping.columns[next];
    if (other?.field === field && other.period !== period) return true;
  }
  return false;
}

function readOne(row: MatrixRow, { cell, column }: MappedCell, byColumn: Map<number, Big>): Amount | null {
  const reading = readAmount(cell.value, { decimal: row.mapping.decimal, unit: column.unit });
  if (reading.state === 'empty') return null;
  const base = {
    column: column.column,
    year: column.period.slice(0, 4),
    ...currencyOf(row, column.currency),
  };
  if (reading.state === 'not_understood') {
    const code = isFormulaError(reading.text) ? 'formula_error' : 'amount_not_understood';
    report(row, code, { column: column.column, value: reading.text, kept: 'as_typed' });
    return { ...base, amount: reading.text, isRead: false };
  }
  if (reading.isNegative)
    report(row, 'amount_negative', { column: column.column, value: cell.text, kept: 'as_typed' });
  byColumn.set(column.column, (byColumn.get(column.column) ?? new Big(0)).plus(reading.text));
  const own = reading.currency && {
    currency: reading.currency,
    hasOwnCurrency: true,
    isCurrencyAssumed: false,
  };
  return { ...base, amount: reading.text, ...own, isRead: true };
}

/** What Excel and LibreOffice leave in a cell whose formula fails. */
export function isFormulaError(text: string): boolean {
  return /^#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NULL!|NUM!|SPILL!)$/i.test(text);
}

/** The column's own currency, else the row's, else the matrix's. */
function currencyOf(
  row: MatrixRow,
  ofColumn: string,
): Pick<Amount, 'currency' | 'hasOwnCurrency' | 'isCurrencyAssumed'> {
  const named = ofColumn || currencyIn(textOf(row, 'currency'));
  return {
    currency: named || row.mapping.currency,
    hasOwnCurrency: ofColumn !== '',
    isCurrencyAssumed: !named,
  };
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
  const ownYear = textOf(row, 'fundingYear');
  const nobody: InstitutionRef = { institutionId: null, text: '' };
  const toMobilise = gaps.map((gap) => line(nobody, gap, 'to_mobilise'));
  if (secured.length === 0) {
    const named = sources.map((source) =>
      line(source, { year: ownYear, amount: '', ...currencyOf(row, '') }, certainty ?? 'to_mobilise'),
    );
    return [...named, ...toMobilise];
  }
  const source = sources.length > 1 ? sharedSource(row, sources) : (sources[0] ?? nobody);
  const given = secured.map((amount) =>
    line(source, { ...amount, year: amount.year || ownYear }, certainty ?? 'secured'),
  );
  return [...given, ...toMobilise];
}

/** Nobody says who gives how much of one amount, so it is not divided. */
function sharedSource(row: MatrixRow, sources: readonly InstitutionRef[]): InstitutionRef {
  const text = sources.map((source) => source.text).join(', ');
  report(row, 'funding_shared', { value: text, kept: 'joined' });
  return { institutionId: null, text };
}

function line(
  source: InstitutionRef,
  {
    year,
    amount,
    currency,
    isCurrencyAssumed,
  }: Pick<Amount, 'year' | 'amount' | 'currency' | 'isCurrencyAssumed'>,
  certainty: Certainty,
): DraftFunding {
  return {
    ...source,
    year,
    amount,
    currency,
    certainty,
    ...(isCurrencyAssumed && { isCurrencyAssumed: true }),
  };
}
