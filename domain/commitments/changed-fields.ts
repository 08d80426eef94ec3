import type { ShareKind } from './kinds';
import type { ActivityRecord } from './types';

const columns = [
  'title',
  'description',
  'status',
  'startsOn',
  'endsOn',
  'currency',
  'instrument',
  'isOnPlan',
  'isOnBudget',
  'isOnTreasury',
] as const satisfies (keyof ActivityRecord)[];

const shareFields = {
  countries: 'country',
  regions: 'region',
  sectors: 'sector',
  themes: 'theme',
} as const satisfies Record<string, ShareKind>;

/** The fields of an activity of which is known who set them last. Its facts each say so themselves. */
export const originFields: readonly string[] = [...columns, ...Object.keys(shareFields), 'organisations'];

/** Which of them differ. */
export function changedFields(before: ActivityRecord, after: ActivityRecord): string[] {
  return originFields.filter((field) => sayingOf(before, field) !== sayingOf(after, field));
}

function sayingOf(activity: ActivityRecord, field: string): string {
  const kind = (shareFields as Record<string, ShareKind>)[field];
  if (!kind) return JSON.stringify(activity[field as keyof ActivityRecord]);
  const shares = activity.shares.filter((share) => share.kind === kind);
  return JSON.stringify(shares.map(({ vocabulary, code, percentage }) => [vocabulary, code, percentage]));
}
