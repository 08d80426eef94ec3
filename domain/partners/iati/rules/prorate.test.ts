import { describe, expect, it } from 'vitest';
import { prorate, yearParts } from './prorate';

const nepal = [{ appliesFrom: '1900-01-01', startMonth: 7, startDay: 16 }];

describe('a period over fiscal years', () => {
  it('is shared by days, with both ends counted', () => {
    const parts = yearParts({ start: '2024-01-01', end: '2024-12-31' }, nepal);
    expect(parts.map(({ year, daysWithin, days }) => [year.start, daysWithin, days])).toEqual([
      ['2023-07-16', 197, 366],
      ['2024-07-16', 169, 366],
    ]);
    expect(parts.map((part) => prorate('366', part).toFixed())).toEqual(['197', '169']);
  });

  it('of one day belongs to the year of that day', () => {
    const parts = yearParts({ start: '2024-07-16', end: '2024-07-16' }, nepal);
    expect(parts.map(({ year, daysWithin }) => [year.start, daysWithin])).toEqual([['2024-07-16', 1]]);
  });
});
