import { expect, it } from 'vitest';
import { formerTokenOf, owedToRegistered, toldOfNothing } from './registered-mail';

const registeredAt = '2026-03-02T08:00:00.000Z';
const planned = {
  ...{ startsAt: '2026-03-20T08:00:00.000Z', calendarSequence: 2, scheduleSequence: 0 },
  ...{ startedAt: null, endedAt: null, cancelledAt: null, calendarChangedAt: '2026-03-01T08:00:00.000Z' },
};
const owed = (toldSequence: number, change: Partial<Parameters<typeof owedToRegistered>[1]> = {}) =>
  owedToRegistered({ registeredAt, toldSequence }, { ...planned, ...change });
const changed = { calendarSequence: 3, calendarChangedAt: '2026-03-03T08:00:00.000Z' };

it('is owed what has changed since it was last told', () => {
  expect(owed(2)).toBeNull();
  expect(owed(2, changed)).toBe('update');
  expect(owed(2, { ...changed, cancelledAt: registeredAt })).toBe('cancellation');
});

it('is owed its confirmation where no mail arrived and nothing has changed, and otherwise what has', () => {
  expect(owed(toldOfNothing)).toBe('confirmation');
  expect(owed(toldOfNothing, { calendarSequence: 0, calendarChangedAt: null })).toBe('confirmation');
  expect(owed(toldOfNothing, changed)).toBe('update');
  expect(owed(toldOfNothing, { cancelledAt: registeredAt })).toBe('cancellation');
  expect(owed(toldOfNothing, { startedAt: registeredAt })).toBeNull();
});

it('is opened by the link of the last mail that arrived, however many were lost after it', () => {
  expect(formerTokenOf({ tokenHash: 'b', formerTokenHash: 'a', deliveredAt: registeredAt })).toBe('b');
  expect(formerTokenOf({ tokenHash: 'b', formerTokenHash: 'a', deliveredAt: null })).toBe('a');
  expect(formerTokenOf({ tokenHash: 'a', formerTokenHash: null, deliveredAt: null })).toBe('a');
});
