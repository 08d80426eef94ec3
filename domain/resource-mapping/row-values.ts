import type { ActivityRecord, FactRecord, ShareRecord } from '../commitments/types';
import type { InstitutionId } from '../ids';
import type { RowValues } from './columns';

/** Stands between several codes in one cell, such as the countries of a regional activity. */
export const between = '; ';

type OfActivity = Pick<
  ActivityRecord,
  'title' | 'currency' | 'instrument' | 'isOnPlan' | 'isOnBudget' | 'isOnTreasury' | 'shares'
>;

/** What an activity says for those of its facts that say nothing themselves. */
export function inheritedValues(activity: OfActivity) {
  return {
    theme: codesOf(activity.shares, 'theme'),
    country: codesOf(activity.shares, 'country'),
    instrument: activity.instrument ?? '',
    currency: activity.currency ?? '',
    isOnPlan: yesNo(activity.isOnPlan),
    isOnBudget: yesNo(activity.isOnBudget),
    isOnTreasury: yesNo(activity.isOnTreasury),
  };
}

/** What a fact itself says of what it could have from its activity. */
export function ownValues(fact: FactRecord) {
  return {
    theme: codesOf(fact.shares, 'theme'),
    country: codesOf(fact.shares, 'country'),
    instrument: fact.instrument ?? '',
    currency: fact.currency ?? '',
    isOnPlan: yesNo(fact.isOnPlan),
    isOnBudget: yesNo(fact.isOnBudget),
    isOnTreasury: yesNo(fact.isOnTreasury),
  };
}

/** A fact as its row reads. */
export function rowValuesOf(
  fact: FactRecord,
  { activity, partnerId }: { activity: OfActivity; partnerId: InstitutionId },
): RowValues {
  const inherited = inheritedValues(activity);
  const own = ownValues(fact);
  const isOfItsDay = fact.periodStart === fact.valueDate && fact.periodEnd === fact.valueDate;
  return {
    partner: partnerId,
    activity: activity.title,
    theme: own.theme || inherited.theme,
    country: own.country || inherited.country,
    instrument: own.instrument || inherited.instrument,
    kind: fact.kind,
    amount: fact.amount ?? fact.amountText,
    currency: own.currency || inherited.currency,
    valueDate: fact.valueDate ?? '',
    periodStart: isOfItsDay ? '' : (fact.periodStart ?? ''),
    periodEnd: isOfItsDay ? '' : (fact.periodEnd ?? ''),
    isOnPlan: own.isOnPlan || inherited.isOnPlan,
    isOnBudget: own.isOnBudget || inherited.isOnBudget,
    isOnTreasury: own.isOnTreasury || inherited.isOnTreasury,
    note: fact.note,
  };
}

function codesOf(shares: readonly ShareRecord[], wanted: ShareRecord['kind']): string {
  const codes = shares.filter(({ kind }) => kind === wanted).map(({ code }) => code);
  return [...new Set(codes)].join(between);
}

function yesNo(value: boolean | null): string {
  return value === null ? '' : value ? 'yes' : 'no';
}
