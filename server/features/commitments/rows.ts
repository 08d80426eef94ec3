import type { Tables } from '#db/tables';
import type { FactRecord, OrganisationRecord, ShareRecord } from '#domain/commitments/types';

export type FactRow = Tables['financialFacts']['$inferSelect'];
export type ActivityRow = Tables['activities']['$inferSelect'];

/** The columns of an activity that are its record's own. */
export function activityFieldsOf(row: ActivityRow) {
  const { identifier, title, description, status, startsOn, endsOn, currency, instrument } = row;
  const { isOnPlan, isOnBudget, isOnTreasury, details } = row;
  const what = { identifier, title, description, status, startsOn, endsOn, currency, instrument };
  return { ...what, isOnPlan, isOnBudget, isOnTreasury, details };
}

export function factRecordOf(row: FactRow): FactRecord {
  const { kind, amount, amountText, currency, valueDate, periodStart, periodEnd } = row;
  const { providerId, receiverId, providerName, receiverName, certainty, instrument } = row;
  const { isOnPlan, isOnBudget, isOnTreasury, isRevised, note, shares, details } = row;
  return {
    ...{ kind, amount, amountText, currency, valueDate, periodStart, periodEnd },
    ...{ providerId, receiverId, providerName, receiverName, certainty, instrument },
    ...{ isOnPlan, isOnBudget, isOnTreasury, isRevised, note, shares, details },
  };
}

export function shareRecordOf(row: Tables['activityShares']['$inferSelect']): ShareRecord {
  const { kind, vocabulary, code, percentage, details } = row;
  return { kind, vocabulary, code, percentage, details };
}

export function organisationRecordOf(
  row: Tables['activityOrganisations']['$inferSelect'],
): OrganisationRecord {
  const { institutionId, role, ref, name, details } = row;
  return { institutionId, role, ref, name, details };
}

/** Equal for two facts that say the same; a database may give the keys of an object back in another order. */
export function contentOf(fact: FactRecord): string {
  return JSON.stringify(fact, (_key, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
