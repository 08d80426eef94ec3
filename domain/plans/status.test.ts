import { describe, expect, it } from 'vitest';
import { isOverdue, reportPeriods } from './status';

describe('overdue', () => {
  it('is an end that has passed without a word that the action is done or given up', () => {
    const endDate = '2026-03-31';
    expect(isOverdue({ endDate, status: null }, '2026-04-01')).toBe(true);
    expect(isOverdue({ endDate, status: 'in_progress' }, '2026-04-01')).toBe(true);
    expect(isOverdue({ endDate, status: 'in_progress' }, '2026-03-31')).toBe(false);
    expect(isOverdue({ endDate, status: 'completed' }, '2026-04-01')).toBe(false);
    expect(isOverdue({ endDate, status: 'cancelled' }, '2026-04-01')).toBe(false);
    expect(isOverdue({ endDate: null, status: null }, '2026-04-01')).toBe(false);
  });
});

describe('the periods to report on', () => {
  it('are the quarters of the fiscal year, back from today', () => {
    const julyToJune = [{ appliesFrom: '2018-07-01', startMonth: 7, startDay: 1 }];
    expect(reportPeriods('2026-11-22', julyToJune, 3)).toEqual([
      { start: '2026-10-01', end: '2026-12-31', quarter: 2, year: 2026 },
      { start: '2026-07-01', end: '2026-09-30', quarter: 1, year: 2026 },
      { start: '2026-04-01', end: '2026-06-30', quarter: 4, year: 2025 },
    ]);
    expect(reportPeriods('2026-03-31', [], 1)).toMatchObject([{ start: '2026-01-01', quarter: 1 }]);
  });

  it('follow one another through a change of calendar', () => {
    const burundi = [
      { appliesFrom: '1962-07-01', startMonth: 1, startDay: 1 },
      { appliesFrom: '2018-07-01', startMonth: 7, startDay: 1 },
    ];
    expect(reportPeriods('2018-08-01', burundi, 4).map(({ start }) => start)).toEqual([
      '2018-07-01',
      '2018-04-01',
      '2018-01-01',
      '2017-10-01',
    ]);
  });
});
