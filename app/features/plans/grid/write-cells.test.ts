import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ActionId, InstitutionId, ObjectiveId } from '#domain/ids';
import { addLine, addObjective, readPlan } from '#domain/plans';
import { blocks } from '#domain/plans/types';
import { themes } from '#domain/themes';
import { type ColumnKind, type GridColumn, yearColumns } from './columns';
import { InstitutionDirectory } from './institution-directory';
import { placeObjectives } from './objective-tree';
import type { PlanContext } from './plan-context';
import { PlanEdits } from './plan-edits';
import { makeVocabulary } from './vocabulary';
import { placementOfGroup, type WriteTarget, writeCells, writeNewRows } from './write-cells';

const years = [{ year: 2026, start: '2026-01-01', end: '2026-12-31', isInterim: false }];
const context: PlanContext = {
  reading: { language: 'fr', calendars: [] },
  currency: 'MGA',
  today: '2026-06-01',
  years,
  directory: new InstitutionDirectory([
    { id: 'who' as InstitutionId, kind: 'agency', acronym: 'OMS', name: 'Santé', names: [] },
  ]),
  blocks: makeVocabulary(blocks, (code) => (code === 'financing' ? ['Financement', 'Financing'] : [code])),
  themes: makeVocabulary(themes, (code) => (code === 'hiv' ? ['VIH', 'HIV'] : [code])),
  reports: new Map(),
};
const columns = yearColumns(years, { extraHeaders: ['Observations'], hasOtherYears: false });
const column = (kind: ColumnKind) => columns.find((candidate) => candidate.kind === kind) as GridColumn;

let target: WriteTarget;
let doc: Y.Doc;
let id: ActionId;
beforeEach(() => {
  doc = new Y.Doc();
  addObjective(doc, { id: 'o1' as ObjectiveId, level: 'objective', parentId: null, title: 'Protéger' });
  const edits = new PlanEdits(doc, {});
  target = { edits, context, objectives: placeObjectives(readPlan(doc).objectives) };
  id = edits.insert({}, 'Former');
});
const action = () => readPlan(doc).actions[0]!;
const write = (kind: ColumnKind, text: string) =>
  writeCells(target, [{ actionId: id, column: column(kind), text }]);

describe('a text written into a cell', () => {
  it('resolves institutions and keeps the others as free text', () => {
    write('lead', 'o.m.s.');
    write('supporters', 'Croix-Rouge; OMS');
    expect(action().lead).toEqual({ institutionId: 'who', text: 'o.m.s.' });
    expect(action().supporters.map(({ institutionId, text }) => [institutionId, text])).toEqual([
      [null, 'Croix-Rouge'],
      ['who', 'OMS'],
    ]);
    const [first] = action().supporters;
    write('supporters', 'Croix-Rouge');
    expect(action().supporters).toEqual([first]);
  });

  it('is kept where it does not parse', () => {
    write('start', 'bientôt');
    write('cost', 'à préciser');
    write('block', 'Divers');
    write('themes', 'VIH; Autre');
    expect(action()).toMatchObject({ start: 'bientôt', block: 'Divers', themes: ['Autre', 'hiv'] });
    expect(action().costs).toMatchObject([{ year: '2026', amount: 'à préciser', currency: 'MGA' }]);
  });

  it('takes a code by its words in any language', () => {
    write('block', 'financing');
    expect(action().block).toBe('financing');
    write('block', 'FINANCEMENT');
    expect(action().block).toBe('financing');
  });

  it('finds an objective by number or title, and refuses one that is not in the plan', () => {
    expect(write('objective', '1').refused).toEqual({});
    expect(action().objectiveId).toBe('o1');
    expect(write('objective', 'Ailleurs').refused).toEqual({ unknown_objective: 1 });
    expect(action().objectiveId).toBe('o1');
    write('objective', '');
    expect(action().objectiveId).toBeNull();
  });

  it('takes the currency off an amount, keeps an ambiguous mark, and clears', () => {
    write('cost', '5 000 USD');
    expect(action().costs).toMatchObject([{ amount: '5 000', currency: 'USD' }]);
    write('cost', '7 000 $');
    expect(action().costs).toMatchObject([{ amount: '7 000 $', currency: 'USD' }]);
    write('cost', '');
    expect(action().costs).toEqual([]);
  });

  it('is refused where a year has several lines, since it could mean either', () => {
    for (const line of ['a', 'b']) {
      addLine(doc, id, 'costs', { id: line, year: '2026', amount: '1', currency: 'MGA' });
    }
    expect(write('cost', '5').refused).toEqual({ several_lines: 1 });
    expect(action().costs.map(({ amount }) => amount)).toEqual(['1', '1']);
  });

  it('goes into new rows with the currency after its amounts, as one step of undo', () => {
    const { ids, written } = writeNewRows(
      target,
      [
        [
          { column: column('currency'), text: 'eur' },
          { column: column('title'), text: 'Acheter' },
          { column: column('cost'), text: '12' },
          { column: column('extra'), text: 'à voir' },
        ],
      ],
      placementOfGroup('objective:o1'),
    );
    expect([ids.length, written]).toEqual([1, 4]);
    const added = readPlan(doc).actions.find((candidate) => candidate.id === ids[0]);
    expect(added).toMatchObject({ title: 'Acheter', objectiveId: 'o1', extra: { Observations: 'à voir' } });
    expect(added?.costs).toMatchObject([{ amount: '12', currency: 'EUR' }]);
    target.edits.undo();
    expect(readPlan(doc).actions.map(({ title }) => title)).toEqual(['Former']);
  });
});
