import { convertFact } from '../../commitments/convert-fact';
import type { RateTable } from '../../money/rates';
import { type ExactSum, makeExactSum } from './exact-sum';
import { detached } from './problems';
import type { IatiValue } from './types';

/** `currency` is "" where none is known; such amounts are summed apart, never with another. */
export interface Sum {
  currency: string;
  count: number;
  amount: string;
  /** In dollars, of those that were converted; where rates were given to the summary. */
  usd?: string;
  notConverted?: { count: number; amount: string };
}

interface Tally {
  all: ExactSum;
  usd: ExactSum;
  left: ExactSum;
}

/** Sums by what they are of, and by currency. With rates each amount is also converted, to the cent, by itself. */
export function makeSums(rates: RateTable | null) {
  const tallies = new Map<string, Map<string, Tally>>();

  function tallyOf(of: string, currency: string): Tally {
    const byCurrency = tallies.get(of) ?? new Map<string, Tally>();
    if (byCurrency.size === 0) tallies.set(detached(of), byCurrency);
    let tally = byCurrency.get(currency);
    if (!tally) {
      tally = { all: makeExactSum(), usd: makeExactSum(), left: makeExactSum() };
      byCurrency.set(detached(currency), tally);
    }
    return tally;
  }

  return {
    /** An amount, and what it comes to in dollars; null without a rate. */
    put(
      of: string,
      { amount, currency, usd }: { amount: string; currency: string; usd: string | null },
    ): void {
      const { all, ...converted } = tallyOf(of, currency);
      all.add(amount);
      if (rates === null) return;
      if (usd === null) converted.left.add(amount);
      else converted.usd.add(usd);
    },

    rows(places?: number): (Sum & { of: string })[] {
      return sorted(tallies).flatMap(([of, byCurrency]) =>
        sorted(byCurrency).map(([currency, { all, usd, left }]) => ({
          ...{ of, currency, count: all.count(), amount: all.total().toFixed(places) },
          ...(rates && {
            usd: usd.total().toFixed(places),
            notConverted: { count: left.count(), amount: left.total().toFixed(places) },
          }),
        })),
      );
    },
  };
}

/** Null without a rate, and where nobody asked. */
export function inDollars(value: IatiValue, rates: RateTable | null): string | null {
  return rates && (convertFact(value, 'USD', rates)?.amount ?? null);
}

function sorted<Value>(byKey: Map<string, Value>): [string, Value][] {
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
}
