import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionId, ObjectiveId } from '../ids';
import { sumByCurrency } from '../money';
import { type FigureAction, type FigureRow, figureRows } from './figure-rows';
import {
  addTotals,
  figuresByBlock,
  figuresByLead,
  figuresByObjective,
  figuresBySource,
  figuresByYear,
  type Totals,
  totalsByCurrency,
} from './figures';
import type { Reading } from './reading';
import { certainties, type Objective } from './types';

const reading: Reading = { language: 'fr', calendars: [] };

function objective(id: string, parentId: string | null): Objective {
  return {
    id: id as ObjectiveId,
    parentId: parentId as ObjectiveId | null,
    level: 'objective',
    order: 'a0',
    title: id,
  };
}
const objectives = [
  objective('o1', null),
  objective('o2', 'o1'),
  objective('o3', 'o1'),
  objective('o4', null),
];

const institution = fc.record({
  institutionId: fc.constantFrom(null, 'i1', 'i2'),
  text: fc.constantFrom('', 'OIT', 'oit '),
});
const line = fc.record({
  id: fc.uuid(),
  order: fc.constant('a0'),
  year: fc.constantFrom('', '2026', '2027', 'plus tard'),
  amount: fc.oneof(
    fc.integer({ min: 0, max: 10 ** 9 }).map((n) => `${n},${n % 10}`),
    fc.constantFrom('', 'à définir', '0', 'EUR 5', '12 $'),
  ),
  currency: fc.constantFrom('', 'USD', 'MGA', 'eur', 'Ariary'),
});
const funding = fc
  .tuple(line, institution, fc.constantFrom(...certainties))
  .map(([fields, source, certainty]) => ({ ...fields, ...source, certainty }));
const action = fc.record({
  id: fc.uuid(),
  title: fc.constant('x'),
  objectiveId: fc.constantFrom(null, 'o1', 'o2', 'o3', 'gone'),
  block: fc.constantFrom('', 'financing', 'governance'),
  lead: institution,
  costs: fc.array(line, { maxLength: 4 }),
  funding: fc.array(funding, { maxLength: 4 }),
}) as unknown as fc.Arbitrary<FigureAction>;

function check(totals: Record<string, Totals>, rows: readonly FigureRow[]): void {
  const sumOf = (kind: FigureRow['kind'], currency: string) =>
    sumByCurrency(rows.filter((row) => row.kind === kind && row.currency === currency))[currency] ?? '0';
  for (const [currency, found] of Object.entries(totals)) {
    expect(found.cost).toBe(sumOf('cost', currency));
    expect(found.secured).toBe(sumOf('secured', currency));
    expect(found.partly).toBe(sumOf('partly', currency));
    expect(found.toMobilise).toBe(sumOf('to_mobilise', currency));
  }
}

describe('figures', () => {
  it('add up to their rows, however they are grouped, and leave out no line', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 8 }), (actions) => {
        const { rows, unread } = figureRows(actions, reading);
        const lines = actions.flatMap((a) => [...a.costs, ...a.funding]);
        const filled = lines.filter(({ amount }) => amount !== '');
        expect(rows.length + unread.length).toBe(filled.length);
        expect(rows.every(({ currency }) => /^[A-Z]{3}$/.test(currency))).toBe(true);

        const whole = totalsByCurrency(rows);
        check(whole, rows);
        const topObjectives = figuresByObjective(rows, objectives).filter(({ depth }) => depth === 0);
        for (const groups of [
          figuresByYear(rows),
          figuresByBlock(rows),
          figuresByLead(rows),
          topObjectives,
        ]) {
          for (const group of groups) check(group.totals, group.rows);
          for (const [currency, totals] of Object.entries(whole)) {
            const parts = groups.flatMap((group) => group.totals[currency] ?? []);
            expect(addTotals(parts)).toEqual(totals);
          }
        }
        const givers = figuresBySource(rows).flatMap((group) => group.rows);
        expect(givers).toHaveLength(rows.filter(({ kind }) => kind !== 'cost').length);
      }),
      { seed: 20260707 },
    );
  });

  it('call gap what costs are left after secured and partly secured funding', () => {
    const of = (kind: FigureRow['kind'], amount: string) => ({ kind, amount, currency: 'USD' }) as FigureRow;
    const rows = [of('cost', '100.10'), of('secured', '40'), of('partly', '20.05'), of('to_mobilise', '30')];
    expect(totalsByCurrency(rows)).toEqual({
      USD: { cost: '100.1', secured: '40', partly: '20.05', toMobilise: '30', gap: '40.05' },
    });
    expect(totalsByCurrency([of('cost', '1'), of('secured', '3')]).USD?.gap).toBe('-2');
  });

  it('say why a line is not counted', () => {
    const cost = (amount: string, currency: string) => ({
      id: amount,
      order: 'a',
      year: '2026',
      amount,
      currency,
    });
    const one = {
      id: 'a' as ActionId,
      title: '',
      objectiveId: null,
      block: '',
      lead: { institutionId: null, text: '' },
      costs: [cost('à définir', 'USD'), cost('5', ''), cost('5 EUR', 'USD'), cost('5 EUR', '')],
      funding: [],
    };
    const { rows, unread } = figureRows([one], reading);
    expect(unread.map(({ reason }) => reason)).toEqual(['amount', 'currency_missing', 'currency_differs']);
    expect(rows).toMatchObject([{ amount: '5', currency: 'EUR', year: 2026 }]);
  });

  it('put an objective with all below it', () => {
    const row = (objectiveId: string | null) =>
      ({ kind: 'cost', amount: '1', currency: 'USD', objectiveId }) as FigureRow;
    const groups = figuresByObjective([row('o2'), row('o3'), row('gone'), row(null)], objectives);
    expect(groups.map(({ key, depth, totals }) => [key, depth, totals.USD?.cost])).toEqual([
      ['o1', 0, '2'],
      ['o2', 1, '1'],
      ['o3', 1, '1'],
      [null, 0, '2'],
    ]);
  });
});
