import { describe, expect, it } from 'vitest';
import { makeFormat } from '#app/i18n/make-format';
import type { ActionId, InstitutionId } from '#domain/ids';
import { addAmounts, subtractAmounts } from '#domain/money';
import type { Action, Certainty } from '#domain/plans/types';
import { makeFacts } from './action-facts';
import type { CellReading } from './cell-text';
import { type GridColumn, yearColumns } from './columns';
import { compareBy } from './compare-actions';
import { InstitutionDirectory } from './institution-directory';
import type { PlanContext } from './plan-context';
import { figureOf, rowsOfFigure, sumColumns } from './sums';

const years = [2026, 2027].map((year) => ({
  year,
  start: `${year}-01-01`,
  end: `${year}-12-31`,
  isInterim: false,
}));
const words = { codes: [], label: (code: string) => code, codeOf: () => null };
const context: PlanContext = {
  reading: { language: 'fr', calendars: [] },
  currency: 'MGA',
  today: '2026-06-01',
  years,
  directory: new InstitutionDirectory([]),
  blocks: words,
  themes: words,
  reports: new Map(),
};
const facts = makeFacts(context);
const columns = yearColumns(years, { extraHeaders: [], hasOtherYears: true });

let made = 0;
const line = (year: string, amount: string, currency: string) => ({
  id: `l${made++}`,
  order: 'a0',
  year,
  amount,
  currency,
});
const funding = (certainty: Certainty, amount: string) => ({
  ...line('2026', amount, 'MGA'),
  institutionId: null as InstitutionId | null,
  text: 'FM',
  certainty,
});
function action(costs: Action['costs'], given: Action['funding'] = []): Action {
  const empty = { title: 'Former', description: '', block: '', start: '', end: '', order: 'a0' };
  const lists = { supporters: [], themes: [], indicators: [], extra: {} };
  return {
    ...empty,
    ...lists,
    id: `a${made++}` as ActionId,
    objectiveId: null,
    lead: { institutionId: null, text: '' },
    costs,
    funding: given,
  };
}

const actions = [
  action(
    [line('2026', '1 000,50', 'MGA'), line('2026', '20', 'USD')],
    [funding('secured', '300'), funding('partly', '100'), funding('to_mobilise', '999')],
  ),
  action([line('2026', '0,1', 'MGA'), line('2031', '7', 'MGA'), line('un jour', '5', 'MGA')]),
  action([line('2027', 'à préciser', 'MGA')]),
];

describe('totals of the grid', () => {
  const sums = sumColumns(actions, columns, { facts, context });

  it('are kept apart by currency and year, what is outside the horizon included', () => {
    expect(sums.get('cost:2026')).toEqual({ MGA: '1000.6', USD: '20' });
    expect(sums.get('cost:2027')).toEqual({});
    expect(sums.get('other_years')).toEqual({ MGA: '12' });
    expect(sums.get('total')).toEqual({ MGA: '1012.6', USD: '20' });
    expect(sums.get('secured')).toEqual({ MGA: '300', USD: '0' });
    expect(sums.get('gap')).toEqual({ MGA: '612.6', USD: '20' });
  });

  it('open to rows that add up to them', () => {
    for (const column of columns.filter(({ key }) => sums.has(key))) {
      const figure = figureOf(column, actions, '');
      const rows = figure ? rowsOfFigure(figure, { facts, context }) : [];
      expect(addUp(rows), column.key).toEqual(nonZero(sums.get((column satisfies GridColumn).key) ?? {}));
    }
  });

  it('stay the same whatever columns are hidden', () => {
    for (const column of columns)
      expect(sumColumns(actions, [column], { facts, context }).get(column.key)).toEqual(sums.get(column.key));
  });

  it('are what a column is sorted by', () => {
    const [late, both] = [
      action([line('2031', '7', 'MGA')]),
      action([line('2026', '900', 'MGA'), line('2031', '6', 'MGA')]),
    ];
    const reading = { context, facts, format: makeFormat('fr') } as CellReading;
    const compare = compareBy({ column: 'other_years', direction: 'descending' }, columns, reading);
    expect([both, late].sort(compare ?? undefined)).toEqual([late, both]);
  });
});

function addUp(rows: ReturnType<typeof rowsOfFigure>): Record<string, string> {
  const sums: Record<string, string> = {};
  for (const { sign, amount, currency } of rows) {
    const before = sums[currency] ?? '0';
    sums[currency] = sign === 1 ? addAmounts(before, amount) : subtractAmounts(before, amount);
  }
  return nonZero(sums);
}

function nonZero(sums: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== '0'));
}
