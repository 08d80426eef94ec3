import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAmounts } from '../money';
import { addDays } from './dates';
import type { FiscalCalendar } from './fiscal-years';
import { spreadByDays } from './pro-rata';

const burundi: FiscalCalendar[] = [
  { appliesFrom: '1962-07-01', startMonth: 1, startDay: 1 },
  { appliesFrom: '2018-07-01', startMonth: 7, startDay: 1 },
];
const nepal: FiscalCalendar[] = [{ appliesFrom: '1960-01-01', startMonth: 7, startDay: 16 }];

describe('an amount spread by days', () => {
  it('over calendar years counts both ends, and the leap day', () => {
    const shares = spreadByDays({ amount: '1000', start: '2023-12-31', end: '2024-12-31' }, []);
    expect(shares.map(({ year, days, amount }) => [year.year, days, amount])).toEqual([
      [2023, 1, '2.72'],
      [2024, 366, '997.28'],
    ]);
  });

  it('of a single day, or of one whole year, stays whole', () => {
    const day = spreadByDays({ amount: '5.01', start: '2024-07-15', end: '2024-07-15' }, nepal);
    expect(day).toMatchObject([{ days: 1, amount: '5.01', year: { start: '2023-07-16' } }]);
    const year = spreadByDays({ amount: '5.01', start: '2024-07-16', end: '2025-07-15' }, nepal);
    expect(year).toMatchObject([{ days: 365, amount: '5.01', year: { start: '2024-07-16' } }]);
  });

  it('reaches the last day that can be written, and no further', () => {
    const shares = spreadByDays({ amount: '365', start: '9999-01-01', end: '9999-12-31' }, nepal);
    expect(shares.map(({ days, year }) => [days, year.start, year.end])).toEqual([
      [196, '9998-07-16', '9999-07-15'],
      [169, '9999-07-16', '9999-12-31'],
    ]);
  });

  it('gives Nepal its fiscal year 2024/25 from the calendar-year budgets of the Asian Development Bank', () => {
    // The budgets whose recipient is coded NP. Two of them are named "Niue" there: the code is what counts.
    const budgets = [
      { amount: '3458770000', start: '2024-01-01', end: '2024-12-31' },
      { amount: '18000000', start: '2024-01-01', end: '2024-12-31' },
      { amount: '3580120000', start: '2025-01-01', end: '2025-12-31' },
      { amount: '21000000', start: '2025-01-01', end: '2025-12-31' },
    ];
    const inYear = budgets
      .flatMap((budget) => spreadByDays(budget, nepal))
      .filter(({ year }) => year.start === '2024-07-16');
    expect(inYear.map(({ days }) => days)).toEqual([169, 169, 196, 196]);
    expect(inYear.map(({ amount }) => amount)).toEqual([
      '1597082322.40',
      '8311475.41',
      '1922475397.26',
      '11276712.33',
    ]);
    expect(addAmounts(...inYear.map(({ amount }) => amount))).toBe('3539145907.4');
  });

  it('gives the interim half year of Burundi its own share', () => {
    const shares = spreadByDays({ amount: '1095', start: '2017-07-01', end: '2019-06-30' }, burundi);
    expect(shares.map(({ year, days }) => [year.start, year.end, days])).toEqual([
      ['2017-01-01', '2017-12-31', 184],
      ['2018-01-01', '2018-06-30', 181],
      ['2018-07-01', '2019-06-30', 365],
    ]);
    expect(shares.map(({ amount }) => amount)).toEqual(['276.00', '271.50', '547.50']);
  });

  it('is refused where the period ends before it starts', () => {
    expect(() => spreadByDays({ amount: '1', start: '2024-02-01', end: '2024-01-31' }, [])).toThrow(
      RangeError,
    );
  });

  it('loses nothing and counts nothing twice, whatever the calendars', () => {
    const date = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((value) => value.toISOString().slice(0, 10));
    const version = fc.record({
      appliesFrom: date,
      startMonth: fc.integer({ min: 1, max: 12 }),
      startDay: fc.integer({ min: 1, max: 28 }),
    });
    const calendars = fc.oneof(
      fc.constant(burundi),
      fc.uniqueArray(version, { maxLength: 4, selector: ({ appliesFrom }) => appliesFrom }),
    );
    const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(
        cents,
        date,
        fc.integer({ min: 0, max: 4000 }),
        calendars,
        (amount, start, length, versions) => {
          const end = addDays(start, length);
          const shares = spreadByDays({ amount: String(amount), start, end }, versions);
          expect(addAmounts(...shares.map((share) => share.amount))).toBe(String(amount));
          expect(shares.reduce((days, share) => days + share.days, 0)).toBe(length + 1);
          expect(shares[0]!.year.start <= start && shares.at(-1)!.year.end >= end).toBe(true);
          for (const [index, { year }] of shares.slice(1).entries())
            expect(year.start).toBe(addDays(shares[index]!.year.end, 1));
        },
      ),
      { seed: 20261128 },
    );
  });
});
