import Big from 'big.js';
import { issuingAreas } from './issuing-areas';

/** How much of a currency one US dollar cost, on the average of a year. */
export interface ExchangeRate {
  currency: string;
  year: number;
  /** An exact decimal, as published. */
  perUsd: string;
  /** The country or union that the rate was published for, as the source codes it: "KE", "U2". */
  area: string;
  source: string;
}

export type UnconvertedReason =
  | 'no_value_date'
  /** The table knows the currency in no year: it may be a wrong code, or one no longer used. */
  | 'unknown_currency'
  | 'no_rate_for_year'
  /** Several areas publish different rates for the currency, and none is known to issue it. */
  | 'rates_differ';

export type Conversion =
  | {
      status: 'converted';
      amount: string;
      /** Units of the original currency for one of the other. */
      rate: string;
      rateYear: number;
      source: string;
    }
  | { status: 'not_converted'; reason: UnconvertedReason };

export interface Convertible {
  amount: string;
  currency: string;
  /** ISO date. */
  valueDate: string | null;
}

export interface RateTable {
  /** One rate for the currency in the year, or why there is none. */
  rateOf(currency: string, year: number): ExchangeRate | UnconvertedReason;
}

export function makeRateTable(rates: Iterable<ExchangeRate>): RateTable {
  const byYear = new Map<string, ExchangeRate[]>();
  const currencies = new Set<string>();
  for (const rate of rates) {
    const key = `${rate.currency} ${rate.year}`;
    byYear.set(key, [...(byYear.get(key) ?? []), rate]);
    currencies.add(rate.currency);
  }
  return {
    rateOf(currency, year) {
      if (!currencies.has(currency)) return 'unknown_currency';
      return chosenOf(currency, byYear.get(`${currency} ${year}`) ?? []);
    },
  };
}

/** The issuer's rate where there is one; else the rate on which all areas agree. */
function chosenOf(currency: string, rates: readonly ExchangeRate[]): ExchangeRate | UnconvertedReason {
  const [first] = rates;
  if (!first) return 'no_rate_for_year';
  const issuer = issuingAreas[currency];
  if (issuer) return rates.find(({ area }) => area === issuer) ?? 'no_rate_for_year';
  return rates.every(({ perUsd }) => new Big(perUsd).eq(first.perUsd)) ? first : 'rates_differ';
}

/**
 * Converts by the average of the value date's year: dollars = amount / rate; any other currency goes through the
 * dollar. Rounded to the cent, half away from zero, each amount by itself, so that the rows shown add up to their
 * total. An amount already in the currency asked for stays as it is. A missing rate is a reason, never a zero.
 */
export function convert(
  { amount, currency, valueDate }: Convertible,
  to: string,
  table: RateTable,
): Conversion {
  if (valueDate === null) return { status: 'not_converted', reason: 'no_value_date' };
  const year = Number(valueDate.slice(0, 4));
  if (currency === to) return { status: 'converted', amount, rate: '1', rateYear: year, source: '' };
  const [from, into] = [rateOrDollar(currency, year, table), rateOrDollar(to, year, table)];
  if (typeof from === 'string') return { status: 'not_converted', reason: from };
  if (typeof into === 'string') return { status: 'not_converted', reason: into };
  return {
    status: 'converted',
    amount: divide(new Big(amount).times(into.perUsd), from.perUsd, 2),
    rate: into.currency === 'USD' ? from.perUsd : divide(new Big(from.perUsd), into.perUsd, 12),
    rateYear: year,
    source: [...new Set([from.source, into.source].filter(Boolean))].join(', '),
  };
}

/** A dollar is a dollar, whether or not the table says so. */
function rateOrDollar(currency: string, year: number, table: RateTable): ExchangeRate | UnconvertedReason {
  if (currency === 'USD') return { currency, year, perUsd: '1', area: 'US', source: '' };
  return table.rateOf(currency, year);
}

/** Exact division, rounded once: big.js divides to as many places as its constructor says. */
function divide(dividend: Big, divisor: string, places: number): string {
  const Exact = Big();
  Exact.DP = places;
  Exact.RM = Exact.roundHalfUp;
  return new Exact(dividend).div(divisor).toFixed(places);
}
