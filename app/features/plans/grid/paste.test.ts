import { describe, expect, it } from 'vitest';
import type { ColumnKind, GridColumn } from './columns';
import { planPaste } from './paste';

const columns = (['number', 'title', 'lead', 'start', 'total'] as ColumnKind[]).map(
  (kind): GridColumn => ({
    key: kind,
    kind,
    widthPx: 100,
    isEditable: kind !== 'number' && kind !== 'total',
  }),
);
const at = (line: number, column: number) => ({ top: line, bottom: line, first: column, last: column });

describe('a paste', () => {
  it('goes from the first selected cell on, passing over the headers of groups', () => {
    const plan = planPaste({
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
      range: at(1, 1),
      columns,
      isAction: [false, true, false, true],
    });
    expect(plan.cells).toEqual([
      { line: 1, column: 1, text: 'a' },
      { line: 1, column: 2, text: 'b' },
      { line: 3, column: 1, text: 'c' },
      { line: 3, column: 2, text: 'd' },
    ]);
    expect(plan.newRows).toEqual([]);
  });

  it('makes new rows of what does not fit below, blank rows left out', () => {
    const plan = planPaste({
      rows: [['a'], ['b'], ['  '], ['c']],
      range: at(0, 1),
      columns,
      isAction: [true],
    });
    expect(plan.cells).toHaveLength(1);
    expect(plan.newRows).toEqual([[{ column: 1, text: 'b' }], [{ column: 1, text: 'c' }]]);
  });

  it('counts what falls into computed columns or beyond the last one', () => {
    const plan = planPaste({
      rows: [['lead', 'T1 2026', '500', 'beyond', '']],
      range: at(0, 2),
      columns,
      isAction: [true],
    });
    expect(plan.cells.map(({ text }) => text)).toEqual(['lead', 'T1 2026']);
    expect(plan.leftOut).toBe(2);
  });

  it('fills a larger selection that it fits into a whole number of times', () => {
    const range = { top: 0, bottom: 3, first: 1, last: 2 };
    const plan = planPaste({ rows: [['x'], ['y']], range, columns, isAction: [true, true, true, true] });
    expect(plan.cells.filter(({ column }) => column === 2).map(({ text }) => text)).toEqual([
      'x',
      'y',
      'x',
      'y',
    ]);
    expect(plan.cells).toHaveLength(8);
  });

  it('reads rows of different lengths', () => {
    const plan = planPaste({ rows: [['a'], ['b', 'c']], range: at(0, 1), columns, isAction: [true, true] });
    expect(plan.cells.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });
});
