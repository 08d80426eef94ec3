import Big from 'big.js';

/** An exact decimal as text ("1250000.50") in one currency (ISO 4217). */
export interface Money {
  amount: string;
  currency: string;
}

/** Totals by currency. Currencies are never added to one another. */
export type MoneyByCurrency = Record<string, string>;

/** Adds amounts of the same currency; the keys are sorted. */
export function sumByCurrency(amounts: Iterable<Money>): MoneyByCurrency {
  const sums = new Map<string, Big>();
  for (const { amount, currency } of amounts) {
    sums.set(currency, (sums.get(currency) ?? new Big(0)).plus(amount));
  }
  const sorted = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([currency, sum]) => [currency, sum.toFixed()]));
}

/** The sum of exact decimals, which the caller knows to be in one currency. */
export function addAmounts(...amounts: string[]): string {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed();
}

export function subtractAmounts(from: string, ...amounts: string[]): string {
  return amounts.reduce((rest, amount) => rest.minus(amount), new Big(from)).toFixed();
}

/** Negative, zero or positive, as for sorting. */
export function compareAmounts(a: string, b: string): number {
  return new Big(a).cmp(b);
}

/** `part` as a share of `whole`, from 0 to 1 or beyond; null when the whole is zero. For bars, not for books. */
export function shareOf(part: string, whole: string): number | null {
  const divisor = new Big(whole);
  return divisor.eq(0) ? null : new Big(part).div(divisor).toNumber();
}
