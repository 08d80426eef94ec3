import Big from 'big.js';
import type { ExchangeRate } from './rates';

export interface RateChange extends ExchangeRate {
  /** The rate that stands now. */
  before: string;
}

export interface ComparedRates {
  added: ExchangeRate[];
  changed: RateChange[];
  /** How many say what is known already. */
  sameCount: number;
}

/** What a file of rates would change: by currency, year and area. */
export function compareRates(known: readonly ExchangeRate[], given: readonly ExchangeRate[]): ComparedRates {
  const before = new Map(known.map((rate) => [keyOf(rate), rate.perUsd]));
  const compared: ComparedRates = { added: [], changed: [], sameCount: 0 };
  for (const rate of given) {
    const standing = before.get(keyOf(rate));
    if (standing === undefined) compared.added.push(rate);
    else if (new Big(standing).eq(rate.perUsd)) compared.sameCount += 1;
    else compared.changed.push({ ...rate, before: standing });
  }
  return compared;
}

function keyOf({ currency, year, area }: ExchangeRate): string {
  return `${currency} ${year} ${area}`;
}
