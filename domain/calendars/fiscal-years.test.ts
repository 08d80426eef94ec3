import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates';
import { fiscalYearName } from './fiscal-year-name';
import {
  type FiscalCalendar,
  fiscalYearBounds,
  fiscalYearOf,
  fiscalYearsOfHorizon,
  fiscalYearsStartingIn,
} from './fiscal-years';

const burundi: FiscalCalendar[] = [
  { appliesFrom: '1962-07-01', startMonth: 1, startDay: 1 },
  { appliesFrom: '2018-07-01', startMonth: 7, startDay: 1 },
];

describe('fiscal years', () => {
  it('are calendar years where no calendar is known', () => {
    expect(fiscalYearOf('2026-05-04', [])).toEqual({
      year: 2026,
      start: '2026-01-01',
      end: '2026-12-31',
      isInterim: false,
    });
  });

  it('of Burundi change on 1 July 2018, with an interim half year before', () => {
    expect(fiscalYearOf('2017-12-31', burundi)).toMatchObject({ start: '2017-01-01', end: '2017-12-31' });
    const interim = { year: 2018, start: '2018-01-01', end: '2018-06-30', isInterim: true };
    expect(fiscalYearOf('2018-01-01', burundi)).toEqual(interim);
    expect(fiscalYearOf('2018-06-30', burundi)).toEqual(interim);
    const first = { year: 2018, start: '2018-07-01', end: '2019-06-30', isInterim: false };
    expect(fiscalYearOf('2018-07-01', burundi)).toEqual(first);
    expect(fiscalYearsStartingIn(2018, burundi)).toEqual([interim, first]);
    expect(fiscalYearBounds(2018, burundi)).toEqual(first);
    expect(fiscalYearOf('2026-03-01', burundi)).toMatchObject({ year: 2025, end: '2026-06-30' });
  });

  it('are cut off where dates end: with the year 9999, and before the year 1', () => {
    const july = [{ appliesFrom: '1900-01-01', startMonth: 7, startDay: 1 }];
    expect(fiscalYearOf('9999-12-31', july)).toMatchObject({ start: '9999-07-01', end: '9999-12-31' });
    expect(fiscalYearOf('9999-01-01', [])).toMatchObject({ start: '9999-01-01', end: '9999-12-31' });
    expect(fiscalYearOf('0001-01-01', july)).toMatchObject({ start: '0001-01-01', end: '0001-06-30' });
    expect(fiscalYearsStartingIn(9999, july).map(({ start }) => start)).toEqual(['9999-07-01']);
  });

  it('are named by the years they touch', () => {
    expect(fiscalYearName(fiscalYearBounds(2017, burundi))).toBe('2017');
    expect(fiscalYearName(fiscalYearBounds(2026, burundi))).toBe('2026/27');
  });

  it('of a horizon follow one another', () => {
    const years = fiscalYearsOfHorizon({ startYear: 2016, endYear: 2020 }, burundi);
    expect(years.map(({ year }) => year)).toEqual([2016, 2017, 2018, 2019, 2020]);
    expect(fiscalYearsOfHorizon({ startYear: 2020, endYear: 2019 }, burundi)).toEqual([]);
  });

  it('leave no day out and count none twice, whatever the changes of calendar', () => {
    const version = fc.record({
      appliesFrom: fc
        .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      startMonth: fc.integer({ min: 1, max: 12 }),
      startDay: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(fc.array(version, { maxLength: 4 }), (versions) => {
        const calendars = [...new Map(versions.map((v) => [v.appliesFrom, v])).values()];
        let year = fiscalYearOf('1999-06-15', calendars);
        while (year.start < '2033-01-01') {
          expect(fiscalYearOf(year.start, calendars)).toEqual(year);
          expect(fiscalYearOf(year.end, calendars)).toEqual(year);
          const next = fiscalYearOf(addDays(year.end, 1), calendars);
          expect(next.start).toBe(addDays(year.end, 1));
          year = next;
        }
        for (let y = 1999; y < 2033; y++) expect(fiscalYearBounds(y, calendars).year).toBe(y);
      }),
      { seed: 20260701 },
    );
  });
});
