import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FigureRow, Objective } from '#domain/plans';
import { buildFiguresView } from './figures-view';
import { addressOf, groupings, parts, readSelection } from './selection';

const objectives = ['o1', 'o2'].map((id) => ({ id, parentId: null, title: id, order: '' })) as Objective[];
const row = fc.record({
  kind: fc.constantFrom('cost', 'secured', 'partly', 'to_mobilise'),
  amount: fc.integer({ min: 0, max: 10_000 }).map((cents) => String(cents / 100)),
  currency: fc.constantFrom('USD', 'MGA'),
  year: fc.constantFrom(null, 2026, 2027),
  objectiveId: fc.constantFrom(null, 'o1', 'o2'),
  block: fc.constantFrom('', 'financing'),
  lead: fc.constantFrom({ institutionId: null, text: '' }, { institutionId: 'i', text: '' }),
});
const rowOfPlan = row.map((fields) => ({
  ...fields,
  source: fields.kind === 'cost' ? null : { institutionId: null, text: 'OIT' },
})) as unknown as fc.Arbitrary<FigureRow>;

describe('the page of figures', () => {
  it('opens every figure to rows whose sum is the figure', () => {
    fc.assert(
      fc.property(fc.array(rowOfPlan, { maxLength: 30 }), fc.constantFrom(...groupings), (rows, by) => {
        const found = { rows, unread: [], objectives };
        const selection = { currency: 'USD', by, opened: null, page: 1 };
        const view = buildFiguresView(found, selection, 'MGA');
        for (const line of view.lines) {
          for (const part of parts) {
            const address = addressOf(selection, { by, key: line.key, part });
            const opened = readSelection(new URL(address, 'http://localhost').searchParams);
            expect(buildFiguresView(found, opened, 'MGA').opened?.sum).toBe(line.totals[part]);
          }
        }
      }),
      { seed: 20260709 },
    );
  });

  it('shows the usual currency unless another one that is there is asked for', () => {
    const rows = [
      { kind: 'cost', amount: '1', currency: 'MGA' },
      { kind: 'cost', amount: '2', currency: 'USD' },
    ] as FigureRow[];
    const show = (currency: string | null) =>
      buildFiguresView(
        { rows, unread: [], objectives },
        { currency, by: 'year', opened: null, page: 1 },
        'USD',
      );
    expect(show(null)).toMatchObject({ currency: 'USD', totals: { cost: '2' } });
    expect(show('MGA')).toMatchObject({ currency: 'MGA', totals: { cost: '1' } });
    expect(show('XOF')).toMatchObject({ currency: 'USD' });
  });

  it('has nothing to total where no line reads', () => {
    const view = buildFiguresView(
      { rows: [], unread: [], objectives },
      readSelection(new URLSearchParams('of=plan&part=gap')),
      'USD',
    );
    expect(view).toMatchObject({ currency: null, totals: null, lines: [], opened: { sum: '0', rows: [] } });
  });
});
