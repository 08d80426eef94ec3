import { describe, expect, it } from 'vitest';
import { type BudgetStep, budgetDatesIn } from './budget-dates';
import { spanOf, yearsOfView } from './year-view';

const yearly: BudgetStep<string> = {
  id: 'circular',
  date: '2018-11-15',
  precision: 'day',
  state: 'confirmed',
  sequence: 2,
  isYearly: true,
  lastYear: null,
  moves: null,
};
const range = { start: '2017-01-01', end: '2020-12-31' };
const burundi = [
  { appliesFrom: '2000-01-01', startMonth: 1, startDay: 1 },
  { appliesFrom: '2018-07-01', startMonth: 7, startDay: 1 },
];

describe('the steps of the budget year', () => {
  it('come back every year from their first on, until their last', () => {
    const dates = (step: BudgetStep<string>) => budgetDatesIn([step], range).map(({ date }) => date);
    expect(dates(yearly)).toEqual(['2018-11-15', '2019-11-15', '2020-11-15']);
    expect(dates({ ...yearly, lastYear: 2019 })).toEqual(['2018-11-15', '2019-11-15']);
    expect(dates({ ...yearly, isYearly: false })).toEqual(['2018-11-15']);
    expect(dates({ ...yearly, date: '2016-02-29' })).toEqual([
      '2017-02-28',
      '2018-02-28',
      '2019-02-28',
      '2020-02-29',
    ]);
  });

  it('are moved in one year, under the name that calendars know and above what they have heard', () => {
    const moved = {
      ...yearly,
      id: 'late',
      date: '2020-01-10',
      isYearly: false,
      sequence: 0,
      moves: { id: 'circular', year: 2019 },
    };
    expect(
      budgetDatesIn([yearly, moved], range).map(({ key, date, sequence, isMoved }) => [
        key,
        date,
        sequence,
        isMoved,
      ]),
    ).toEqual([
      ['circular-2018', '2018-11-15', 2, false],
      ['circular-2019', '2020-01-10', 3, true],
      ['circular-2020', '2020-11-15', 2, false],
    ]);
  });

  it('known by the quarter belong to every range that the quarter touches', () => {
    const quarter = { ...yearly, date: '2018-10-01', precision: 'quarter' as const };
    const found = budgetDatesIn([quarter], { start: '2019-12-31', end: '2020-01-31' });
    expect(found.map(({ date }) => date)).toEqual(['2019-10-01']);
  });
});

describe('years of a view', () => {
  it('are the country’s own, two in a year of change, or the calendar’s', () => {
    const view = { fromYear: 2017, toYear: 2018, calendars: burundi };
    const fiscal = yearsOfView({ ...view, view: 'fiscal' });
    expect(fiscal.map(({ start, end }) => `${start} ${end}`)).toEqual([
      '2017-01-01 2017-12-31',
      '2018-01-01 2018-06-30',
      '2018-07-01 2019-06-30',
    ]);
    expect(spanOf(fiscal)).toEqual({ start: '2017-01-01', end: '2019-06-30' });
    expect(spanOf(yearsOfView({ ...view, view: 'calendar' }))).toEqual({
      start: '2017-01-01',
      end: '2018-12-31',
    });
    expect(spanOf([])).toBeNull();
  });
});
