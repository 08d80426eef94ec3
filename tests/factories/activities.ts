import { blankFact } from '#domain/commitments/blank-fact';
import type { ActivityRecord, FactRecord, ShareRecord } from '#domain/commitments/types';

/** A disbursement of 1,000 dollars on 15 March 2024. */
export function buildFact(overrides: Partial<FactRecord> = {}): FactRecord {
  const amount = overrides.amount === undefined ? '1000' : overrides.amount;
  return {
    ...blankFact,
    kind: 'disbursed',
    amount,
    amountText: amount ?? 'about a thousand',
    currency: 'USD',
    valueDate: '2024-03-15',
    periodStart: '2024-03-15',
    periodEnd: '2024-03-15',
    ...overrides,
  };
}

export function buildShare(
  kind: ShareRecord['kind'],
  code: string,
  percentage: string | null = null,
  vocabulary = '',
): ShareRecord {
  return { kind, vocabulary, code, percentage, details: {} };
}

/** Clinics in Madagascar, with one disbursement. */
export function buildActivity(overrides: Partial<ActivityRecord> = {}): ActivityRecord {
  return {
    identifier: null,
    title: 'Clinics',
    description: '',
    status: '2',
    startsOn: '2024-01-01',
    endsOn: '2026-12-31',
    currency: 'USD',
    instrument: 'grant',
    isOnPlan: true,
    isOnBudget: null,
    isOnTreasury: null,
    shares: [buildShare('country', 'MG'), buildShare('sector', '12220')],
    organisations: [],
    facts: [buildFact()],
    details: {},
    ...overrides,
  };
}
