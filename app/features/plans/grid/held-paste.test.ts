import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ActionId } from '#domain/ids';
import { readPlan } from '#domain/plans';
import { type GridColumn, yearColumns } from './columns';
import { holdPaste, readyPaste } from './held-paste';
import { InstitutionDirectory } from './institution-directory';
import type { GridLine } from './lines';
import { planPaste } from './paste';
import type { PlanContext } from './plan-context';
import { PlanEdits } from './plan-edits';
import { writeCells } from './write-cells';

const words = { codes: [], label: (code: string) => code, codeOf: () => null };
const context: PlanContext = {
  reading: { language: 'fr', calendars: [] },
  currency: 'MGA',
  today: '2026-06-01',
  years: [],
  directory: new InstitutionDirectory([]),
  blocks: words,
  themes: words,
  reports: new Map(),
};
const columns = yearColumns([], { extraHeaders: ['Notes', 'Autre'], hasOtherYears: false });
const last = columns.length - 1;

let edits: PlanEdits;
let ids: ActionId[];
beforeEach(() => {
  edits = new PlanEdits(new Y.Doc(), {});
  ids = ['a', 'b', 'c'].map((title) => edits.insert({}, title));
});
const actions = () => readPlan(edits.doc).actions;
const linesOf = (group: string): GridLine[] =>
  actions().map((action) => ({ kind: 'action', key: action.id, action, group }));

/** Three rows of two columns, at the second action: two fit, the third becomes a new row. */
function held(group = 'objective:o1') {
  const range = { top: 1, bottom: 1, first: last - 1, last: last - 1 };
  const rows = ['2', '3', '4'].map((row) => [`notes ${row}`, `autre ${row}`]);
  const lines = linesOf(group);
  return holdPaste(planPaste({ rows, range, columns, isAction: lines.map(() => true) }), { lines, columns });
}
function apply(paste: ReturnType<typeof held>, shown: { lines: GridLine[]; columns: readonly GridColumn[] }) {
  const ready = readyPaste(paste, shown);
  const { refused } = writeCells({ edits, context, objectives: [] }, ready.cells);
  return { ...ready, refused };
}
const notes = () => actions().map(({ title, extra }) => [title, extra.Notes]);

describe('a paste that waits for an answer', () => {
  it('goes into the actions that it was meant for, though others came and moved meanwhile', () => {
    const paste = held();
    edits.insert({ afterId: null }, 'new');
    edits.move([ids[2] as ActionId], { afterId: null });
    expect(apply(paste, { lines: linesOf('objective:o1'), columns }).refused).toEqual({});
    expect(notes()).toEqual([
      ['c', 'notes 3'],
      ['new', undefined],
      ['a', undefined],
      ['b', 'notes 2'],
    ]);
  });

  it('leaves out, and counts, what was for an action that is gone', () => {
    const paste = held();
    edits.remove([ids[1] as ActionId]);
    expect(apply(paste, { lines: linesOf('objective:o1'), columns }).refused).toEqual({ gone: 2 });
    expect(notes()).toEqual([
      ['a', undefined],
      ['c', 'notes 3'],
    ]);
  });

  it('leaves out, and counts, what was for a column that is gone, and never goes into the next one', () => {
    const now = columns.filter(({ key }) => key !== 'extra:Notes');
    const { gone, newRows, cells } = apply(held(), { lines: linesOf('objective:o1'), columns: now });
    expect(gone).toBe(3);
    expect(cells.map(({ column, text }) => [column.key, text])).toEqual([
      ['extra:Autre', 'autre 2'],
      ['extra:Autre', 'autre 3'],
    ]);
    expect(newRows.map((row) => row.map(({ text }) => text))).toEqual([['autre 4']]);
  });

  it('adds its rows to the group where it was pasted, or to the last one once that is gone', () => {
    const others = linesOf('objective:o2');
    expect(readyPaste(held(), { lines: [...linesOf('objective:o1'), ...others], columns }).group).toBe(
      'objective:o1',
    );
    expect(readyPaste(held(), { lines: others, columns }).group).toBe('objective:o2');
  });
});
