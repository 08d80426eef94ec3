import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { tableOf } from '#tests/factories/matrices';
import type { ActionId } from '../../ids';
import { addAction, addLine, readPlan } from '../index';
import { compareWithPlan, guessMapping, readMatrix, writeIntoPlan } from './index';
import type { Cell } from './table';

const action = 'a1' as ActionId;
const reading = { language: 'fr', calendars: [] } as const;
const header = ['Concord ID', 'Action', 'Coût 2026 (USD)', 'Coût (USD)'];
const fundingHeader = [
  'Concord ID',
  'Action',
  'Source de financement',
  'Année du financement',
  'Montant du financement',
  'Devise',
  'Statut du financement',
];

function planWith(...costs: { year: string; amount: string }[]): Y.Doc {
  const doc = new Y.Doc();
  addAction(doc, { id: action, title: 'Former', start: '2026', end: '2026' });
  for (const [index, cost] of costs.entries()) {
    addLine(doc, action, 'costs', { id: `c${index}`, currency: 'USD', ...cost });
  }
  return doc;
}

/** Updates the plan with the rows, and gives what the preview would have warned of. */
function update(doc: Y.Doc, rows: Cell[][]) {
  const source = tableOf(rows);
  const mapping = guessMapping(source, { currency: 'MGA', language: 'fr', year: 2026 });
  const read = readMatrix(source, mapping, { institutions: [], reading });
  const { problems } = compareWithPlan(read, readPlan(doc));
  let count = 0;
  writeIntoPlan(doc, read, { mode: 'update', mark: 'm', newId: () => `new${count++}` });
  return problems;
}

const costsOf = (doc: Y.Doc) => readPlan(doc).actions[0]!.costs.map(({ year, amount }) => [year, amount]);

describe('an amount that a file gives for several lines', () => {
  const lines = [
    { year: '2026', amount: '100' },
    { year: 'FY 2026', amount: '50' },
  ];

  it('leaves them as they are where it is their sum', () => {
    const doc = planWith(...lines);
    expect(update(doc, [header, ['a1', 'Former', 150, '']])).toEqual([]);
    expect(costsOf(doc)).toEqual([
      ['2026', '100'],
      ['FY 2026', '50'],
    ]);
  });

  it.each([
    [170, ['100', '70']],
    [120, ['100', '20']],
    [80, ['80', '0']],
    [0, ['0', '0']],
  ])('of %s makes them %j, with a warning', (stated, amounts) => {
    const doc = planWith(...lines);
    expect(update(doc, [header, ['a1', 'Former', stated, '']])).toMatchObject([
      { code: 'several_lines', grade: 'warning', kept: 'adjusted', details: { computed: '150' } },
    ]);
    expect(costsOf(doc).map(([, amount]) => amount)).toEqual(amounts);
  });

  it('that is no number changes none of them', () => {
    const doc = planWith(...lines);
    const problems = update(doc, [header, ['a1', 'Former', 'à déterminer', '']]);
    expect(problems).toMatchObject([{ code: 'several_lines', kept: 'unchanged' }]);
    expect(costsOf(doc).map(([, amount]) => amount)).toEqual(['100', '50']);
  });
});

describe('a cost without a year', () => {
  it('stays without one, also where its action lies within a year', () => {
    const doc = planWith({ year: '', amount: '1000' });
    update(doc, [
      [...header, 'Début', 'Fin'],
      ['a1', 'Former', '', 1200, '2026', '2026'],
    ]);
    expect(costsOf(doc)).toEqual([['', '1200']]);
  });

  it("takes its action's year where the plan has that year", () => {
    const doc = planWith({ year: '2026', amount: '1000' });
    update(doc, [
      [...header, 'Début', 'Fin'],
      ['a1', 'Former', '', 1200, '2026', '2026'],
    ]);
    expect(costsOf(doc)).toEqual([['2026', '1200']]);
  });
});

describe('funding', () => {
  const line = {
    institutionId: null,
    text: 'Banque mondiale',
    currency: 'USD',
    certainty: 'to_mobilise',
  } as const;

  it('is told apart by its year', () => {
    const doc = planWith();
    addLine(doc, action, 'funding', { id: 'f1', ...line, year: '2026', amount: '80' });
    addLine(doc, action, 'funding', { id: 'f2', ...line, year: '2027', amount: '20' });
    const row = (year: string, amount: number) => [
      ...['a1', 'Former', 'Banque mondiale', year, amount, 'USD', 'À mobiliser'],
    ];
    update(doc, [fundingHeader, row('2027', 30), row('2026', 80).with(1, '')]);
    expect(readPlan(doc).actions[0]!.funding.map(({ year, amount }) => [year, amount])).toEqual([
      ['2026', '80'],
      ['2027', '30'],
    ]);
  });

  it('that was secured since the export is changed, not added', () => {
    const doc = planWith();
    addLine(doc, action, 'funding', { id: 'f1', ...line, year: '2026', amount: '80' });
    update(doc, [fundingHeader, ['a1', 'Former', 'Banque mondiale', '2026', 80, 'USD', 'Acquis']]);
    expect(readPlan(doc).actions[0]!.funding).toMatchObject([{ amount: '80', certainty: 'secured' }]);
  });
});
