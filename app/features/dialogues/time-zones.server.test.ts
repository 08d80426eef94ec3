import { expect, it } from 'vitest';
import { todayIn } from './time-zones.server';

const late = { now: () => new Date('2026-11-29T23:02:00.000Z') };

it('today is the day that it is in the country, not in UTC', () => {
  expect(todayIn('MG', late)).toBe('2026-11-30');
  expect(todayIn('SN', late)).toBe('2026-11-29');
  expect(todayIn(null, late)).toBe('2026-11-29');
});
