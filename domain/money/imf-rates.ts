import Big from 'big.js';
import { ownCurrencies } from './issuing-areas';
import type { ExchangeRate } from './rates';

/** What is wrong with a file of rates, each with the line of the file (the head is line 1). */
export interface RateProblem {
  line: number;
  code:
    | 'column_missing'
    | 'bad_date'
    | 'bad_rate'
    | 'bad_currency'
    | 'area_missing'
    | 'not_annual'
    /** The area and year stand in an earlier line with another rate. */
    | 'contradicts';
  /** What stands there; for a missing column its name. */
  found: string;
}

const columns = ['date', 'rate', 'currency', 'frequency', 'source', 'country code'] as const;
type Column = (typeof columns)[number];

/**
 * Reads rates in the layout of the IMF's annual averages (ENDA, national currency per US dollar): Date, Rate,
 * Currency, Frequency, Source, Country code. All problems are found at once; lines without one are given all the same.
 */
export function readImfRates(rows: readonly (readonly string[])[]): {
  rates: ExchangeRate[];
  problems: RateProblem[];
} {
  const head = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const missing = columns.filter((column) => !head.includes(column));
  if (missing.length > 0)
    return { rates: [], problems: missing.map((found) => ({ line: 1, code: 'column_missing', found })) };
  const rates = new Map<string, ExchangeRate>();
  const problems: RateProblem[] = [];
  for (const [index, row] of rows.entries()) {
    if (index === 0 || row.every((cell) => cell.trim() === '')) continue;
    const cell = (column: Column) => row[head.indexOf(column)]?.trim() ?? '';
    const line = index + 1;
    const found = problemsOf(cell);
    if (found.length > 0) {
      problems.push(...found.map((problem) => ({ line, ...problem })));
      continue;
    }
    const rate = rateOf(cell);
    const key = `${rate.area} ${rate.currency} ${rate.year}`;
    const earlier = rates.get(key);
    if (!earlier) rates.set(key, rate);
    else if (!new Big(earlier.perUsd).eq(rate.perUsd))
      problems.push({ line, code: 'contradicts', found: rate.perUsd });
  }
  return { rates: [...rates.values()], problems };
}

function problemsOf(cell: (column: Column) => string): Omit<RateProblem, 'line'>[] {
  const checks: [RateProblem['code'], Column, boolean][] = [
    ['bad_date', 'date', /^\d{4}(-\d{2}-\d{2})?$/.test(cell('date'))],
    ['bad_rate', 'rate', /^(?=[\d.]*[1-9])\d+(\.\d+)?(e[+-]?\d{1,2})?$/i.test(cell('rate'))],
    ['bad_currency', 'currency', /^[A-Z]{3}$/.test(cell('currency'))],
    ['not_annual', 'frequency', cell('frequency') === 'A'],
    ['area_missing', 'country code', cell('country code') !== ''],
  ];
  return checks.flatMap(([code, column, isSound]) => (isSound ? [] : [{ code, found: cell(column) }]));
}

function rateOf(cell: (column: Column) => string): ExchangeRate {
  const area = cell('country code');
  const text = cell('rate');
  return {
    currency: ownCurrencies[area] ?? cell('currency'),
    year: Number(cell('date').slice(0, 4)),
    perUsd: /e/i.test(text) ? new Big(text).toFixed() : text,
    area,
    source: cell('source'),
  };
}
