import { blankFact } from '#domain/commitments/blank-fact';
import type { ActivityRecord, FactRecord, ShareRecord } from '#domain/commitments/types';
import type { FinancialFactId } from '#domain/ids';
import type { ActivityInput } from './activity-schema';
import { factRows } from './fact-rows';

interface StoredFact extends FactRecord {
  id: FinancialFactId;
  source: string;
}

/** The facts that the form shows: what people entered. What a file brought stays as the file says. */
export function isEditable({ source }: { source: string }): boolean {
  return source === 'hand' || source === 'paste';
}

export function newActivityOf({ activity, facts }: ActivityInput): ActivityRecord {
  return {
    ...activity,
    isOnPlan: flag(null, activity.isOnPlan),
    isOnBudget: flag(null, activity.isOnBudget),
    isOnTreasury: flag(null, activity.isOnTreasury),
    currency: null,
    organisations: [],
    details: {},
    facts: facts.flatMap((fact) => (fact ? [{ ...blankFact, ...fact }] : [])),
  };
}

/**
 * An activity as the form leaves it: rows left empty are gone, all that the form does not show is as it was. With which
 * of the stored facts each one is; null for a new one.
 */
export function editedActivityOf(
  { activity, facts }: ActivityInput,
  { record, stored }: { record: ActivityRecord; stored: readonly StoredFact[] },
): { activity: ActivityRecord; factIds: (FinancialFactId | null)[] } {
  const shown = new Set(stored.filter(isEditable).slice(0, factRows));
  let row = 0;
  const kept = record.facts.flatMap((known, index): [FactRecord, FinancialFactId | null][] => {
    const origin = stored[index];
    if (!origin || !shown.has(origin)) return [[known, origin?.id ?? null]];
    const given = facts[row++];
    return given ? [[{ ...known, ...given }, origin.id]] : [];
  });
  const added = facts.slice(row).flatMap((fact) => (fact ? [{ ...blankFact, ...fact }] : []));
  return {
    activity: {
      ...record,
      ...activity,
      isOnPlan: flag(record.isOnPlan, activity.isOnPlan),
      isOnBudget: flag(record.isOnBudget, activity.isOnBudget),
      isOnTreasury: flag(record.isOnTreasury, activity.isOnTreasury),
      shares: mergedShares(record.shares, activity.shares),
      facts: [...kept.map(([fact]) => fact), ...added],
    },
    factIds: [...kept.map(([, id]) => id), ...added.map(() => null)],
  };
}

/** A box left empty does not make "not known" a "no". */
function flag(known: boolean | null, given: boolean | null): boolean | null {
  return given || known !== null ? given : null;
}

/** Regions and other vocabularies are not in the form; a share that it does not change keeps its details. */
function mergedShares(known: readonly ShareRecord[], given: readonly ShareRecord[]): ShareRecord[] {
  const unseen = known.filter(({ kind, vocabulary }) => kind === 'region' || !isShown(kind, vocabulary));
  const same = (share: ShareRecord) =>
    known.find(
      ({ kind, vocabulary, code }) => kind === share.kind && code === share.code && isShown(kind, vocabulary),
    );
  return [
    ...given.map((share) => {
      const before = same(share);
      return before ? { ...before, percentage: share.percentage } : share;
    }),
    ...unseen,
  ];
}

export function isShown(kind: ShareRecord['kind'], vocabulary: string): boolean {
  return kind !== 'sector' || vocabulary === '' || vocabulary === '1';
}
