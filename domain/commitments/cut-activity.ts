import type { RateTable } from '../money/rates';
import { convertFact, type FactConversion } from './convert-fact';
import { countedFacts } from './counted-facts';
import { type CalendarsOf, cutFact, type FactPart } from './cut-fact';
import { cutShares } from './cut-shares';
import type { ActivityRecord } from './types';

export interface CutRules {
  rates: RateTable;
  /** ISO 4217 of the workspace. */
  localCurrency: string;
  calendarsOf: CalendarsOf;
}

export interface CutFact {
  isCounted: boolean;
  usd: FactConversion | null;
  local: FactConversion | null;
  /** None for a fact that a revision replaces, or whose amount cannot be read. */
  parts: (FactPart & { currency: string })[];
}

/** What the facts of an activity come to, one entry a fact. */
export function cutActivity(
  { facts, shares }: Pick<ActivityRecord, 'facts' | 'shares'>,
  { rates, localCurrency, calendarsOf }: CutRules,
): CutFact[] {
  const isCounted = countedFacts(facts);
  const ofActivity = cutShares(shares);
  return facts.map((fact, index) => {
    const usd = convertFact(fact, 'USD', rates);
    const local = convertFact(fact, localCurrency, rates);
    const counts = isCounted[index] ?? true;
    const { amount, periodStart, periodEnd } = fact;
    if (!counts || amount === null) return { isCounted: counts, usd, local, parts: [] };
    const cut = fact.shares.length > 0 ? cutShares(shares, fact.shares) : ofActivity;
    const money = { amount, usd: usd?.amount ?? null, local: local?.amount ?? null };
    const parts = cutFact({ ...money, periodStart, periodEnd }, cut, calendarsOf);
    const currency = fact.currency ?? '';
    return { isCounted: counts, usd, local, parts: parts.map((part) => ({ ...part, currency })) };
  });
}
