import { expect, it } from 'vitest';
import { changedFields } from './changed-fields';
import type { ActivityRecord } from './types';

const activity: ActivityRecord = {
  ...{ identifier: null, title: 'Wells', description: '', status: null, startsOn: null, endsOn: null },
  ...{ currency: null, instrument: null, isOnPlan: null, isOnBudget: null, isOnTreasury: null },
  ...{ shares: [], organisations: [], facts: [], details: {} },
};
const share = { kind: 'country', vocabulary: '', code: 'MG', percentage: null, details: {} } as const;

it('names what differs, shares by their kind, and nothing of what says the same', () => {
  expect(changedFields(activity, { ...activity, details: { other: 1 } })).toEqual([]);
  expect(changedFields(activity, { ...activity, title: 'Pumps', isOnPlan: false })).toEqual([
    'title',
    'isOnPlan',
  ]);
  const shared = { ...activity, shares: [share] };
  expect(changedFields(activity, shared)).toEqual(['countries']);
  expect(changedFields(shared, { ...activity, shares: [{ ...share, details: { line: 7 } }] })).toEqual([]);
  expect(changedFields(shared, { ...activity, shares: [{ ...share, percentage: '60' }] })).toEqual([
    'countries',
  ]);
});
