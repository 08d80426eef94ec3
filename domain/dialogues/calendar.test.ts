import { expect, it } from 'vitest';
import { isCalendarChange, isMonth, monthAfter, plannedEndMs, weeksOfMonth } from './calendar';

const facts = {
  title: 'T',
  place: 'P',
  link: '',
  timeZone: 'UTC',
  startsAt: '2026-03-02T06:00:00.000Z',
};

it('calendars are told of another time, place, link or title, and of nothing else', () => {
  expect(isCalendarChange(facts, { ...facts })).toBe(false);
  expect(isCalendarChange(facts, { ...facts, purpose: 'Other' } as typeof facts)).toBe(false);
  for (const change of [
    { title: 'Other' },
    { place: 'Other' },
    { link: 'https://other.example' },
    { timeZone: 'Africa/Nairobi' },
    { startsAt: '2026-03-02T07:00:00.000Z' },
  ])
    expect(isCalendarChange(facts, { ...facts, ...change })).toBe(true);
});

it('a dialogue ends when its agenda does, or an hour after its start without one', () => {
  expect(plannedEndMs(0, 90)).toBe(90 * 60_000);
  expect(plannedEndMs(0, 0)).toBe(60 * 60_000);
});

it('a month is shown in whole weeks from Monday, each day once', () => {
  for (let year = 2024; year <= 2028; year += 1)
    for (let month = 1; month <= 12; month += 1) {
      const name = `${year}-${String(month).padStart(2, '0')}`;
      const days = weeksOfMonth(name).flat();
      expect(days.length % 7).toBe(0);
      expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
      expect(new Date(days[0]?.date ?? '').getUTCDay()).toBe(1);
      const own = days.filter(({ isOfMonth }) => isOfMonth);
      expect(own[0]?.date).toBe(`${name}-01`);
      expect(own).toHaveLength(new Date(Date.UTC(year, month, 0)).getUTCDate());
      // No week of other months alone.
      expect(weeksOfMonth(name).every((week) => week.some(({ isOfMonth }) => isOfMonth))).toBe(true);
    }
});

it('February 2027 begins on a Monday and fills four weeks', () => {
  expect(weeksOfMonth('2027-02')).toHaveLength(4);
  expect(weeksOfMonth('2026-03')[0]?.[0]).toEqual({ date: '2026-02-23', isOfMonth: false });
});

it('months go on over the years', () => {
  expect([monthAfter('2026-01', -1), monthAfter('2026-12', 1)]).toEqual(['2025-12', '2027-01']);
  expect(['2026-03', '2026-13', '2026-3', '0000-01', 'x'].map(isMonth)).toEqual([
    ...[true, false, false, false, false],
  ]);
});
