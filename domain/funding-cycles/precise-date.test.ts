import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendars';
import { datePrecisions } from './kinds';
import { comparePreciseDates, firstDayOf, overlaps, rangeOf } from './precise-date';

const date = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
const precise = fc.record({ date, precision: fc.constantFrom(...datePrecisions) });

describe('a date known by day, month or quarter', () => {
  it('spans its period', () => {
    expect(rangeOf({ date: '2026-08-19', precision: 'day' })).toEqual({
      start: '2026-08-19',
      end: '2026-08-19',
    });
    expect(rangeOf({ date: '2028-02-19', precision: 'month' })).toEqual({
      start: '2028-02-01',
      end: '2028-02-29',
    });
    expect(rangeOf({ date: '2026-12-31', precision: 'quarter' })).toEqual({
      start: '2026-10-01',
      end: '2026-12-31',
    });
  });

  it('lies within its span, and every day of the span stands for the same one', () => {
    fc.assert(
      fc.property(precise, fc.nat(), (one, step) => {
        const { start, end } = rangeOf(one);
        expect(start <= one.date && one.date <= end).toBe(true);
        const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
        const other = { ...one, date: addDays(start, step % days) };
        expect(firstDayOf(other)).toBe(start);
        expect(rangeOf(other)).toEqual({ start, end });
      }),
    );
  });

  it('is ordered wholly, and spans that follow one another do not overlap', () => {
    fc.assert(
      fc.property(precise, precise, (a, b) => {
        expect(Math.sign(comparePreciseDates(a, b))).toBe(-Math.sign(comparePreciseDates(b, a)) || 0);
        const after = { date: addDays(rangeOf(a).end, 1), precision: a.precision };
        expect(comparePreciseDates(a, after)).toBeLessThan(0);
        expect(overlaps(rangeOf(a), rangeOf(after))).toBe(false);
        expect(overlaps(rangeOf(a), rangeOf(a))).toBe(true);
      }),
    );
  });
});
