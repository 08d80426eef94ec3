import { addAmounts } from '../money';

/** In which currency amounts are shown: as they were entered, in dollars, or in the workspace's own. */
export const moneyViews = ['original', 'usd', 'local'] as const;
export type MoneyView = (typeof moneyViews)[number];

/** What rows come to in one original currency; '' where it is not known. */
export interface CurrencySum {
  currency: string;
  amount: string;
  usd: string;
  local: string;
  parts: number;
  /** Parts without a rate: in none of the converted sums, and never taken for zero. */
  withoutUsd: number;
  withoutLocal: number;
}

/** Sums by original currency, which are never added to one another. */
export type MoneySums = CurrencySum[];

export interface ConvertedTotal {
  /** Null where there are parts and none could be converted: that is not a zero. */
  total: string | null;
  parts: number;
  notConverted: number;
}

export function convertedTotal(sums: MoneySums, view: 'usd' | 'local'): ConvertedTotal {
  const parts = sums.reduce((count, sum) => count + sum.parts, 0);
  const notConverted = sums.reduce(
    (count, { withoutUsd, withoutLocal }) => count + (view === 'usd' ? withoutUsd : withoutLocal),
    0,
  );
  const total = addAmounts('0', ...sums.map((sum) => sum[view]));
  return { total: parts > 0 && notConverted === parts ? null : total, parts, notConverted };
}

/** Sums of the same currency added up; in the order of the currencies' codes. */
export function mergeSums(sums: Iterable<CurrencySum>): MoneySums {
  const byCurrency = new Map<string, CurrencySum>();
  for (const sum of sums) {
    const known = byCurrency.get(sum.currency);
    byCurrency.set(sum.currency, known ? added(known, sum) : { ...sum });
  }
  return [...byCurrency.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function added(a: CurrencySum, b: CurrencySum): CurrencySum {
  return {
    currency: a.currency,
    amount: addAmounts(a.amount, b.amount),
    usd: addAmounts(a.usd, b.usd),
    local: addAmounts(a.local, b.local),
    parts: a.parts + b.parts,
    withoutUsd: a.withoutUsd + b.withoutUsd,
    withoutLocal: a.withoutLocal + b.withoutLocal,
  };
}
