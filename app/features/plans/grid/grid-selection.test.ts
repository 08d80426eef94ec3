import { beforeEach, describe, expect, it } from 'vitest';
import { GridSelection, readLineSelection } from './grid-selection';

let selection: GridSelection;
beforeEach(() => {
  selection = new GridSelection();
  selection.arrange(['a', 'b', 'c', 'd'], ['title', 'lead', 'start']);
});

describe('the selection of the grid', () => {
  it('follows its cell when others add lines above it', () => {
    selection.moveTo({ line: 1, column: 2 });
    selection.arrange(['new', 'a', 'b', 'c', 'd'], ['title', 'lead', 'start']);
    expect(selection.focusAddress()).toEqual({ line: 'b', column: 'start' });
    expect(selection.focusPosition()).toEqual({ line: 2, column: 2 });
  });

  it('stays in place when others delete its line', () => {
    selection.moveTo({ line: 1, column: 2 });
    selection.edit('keep');
    selection.arrange(['a', 'c', 'd'], ['title', 'lead', 'start']);
    expect(selection.focusAddress()).toEqual({ line: 'c', column: 'start' });
    expect(selection.editing).toBeNull();
  });

  it('tells each line its own part of a range', () => {
    selection.select({ line: 1, column: 0 }, { line: 2, column: 1 });
    expect(readLineSelection(selection.partOf('a'))).toBeNull();
    expect(readLineSelection(selection.partOf('b'))).toEqual({
      focus: null,
      first: 0,
      last: 1,
      editing: null,
    });
    expect(readLineSelection(selection.partOf('c'))).toEqual({ focus: 1, first: 0, last: 1, editing: null });
    expect(selection.selectedLines()).toEqual(['b', 'c']);
  });

  it('is one cell while an editor is open, and the editor closes when the focus moves', () => {
    selection.select({ line: 0, column: 0 }, { line: 3, column: 2 });
    selection.edit('replace');
    expect(selection.selectedLines()).toEqual(['d']);
    expect(readLineSelection(selection.partOf('d'))?.editing).toBe('replace');
    selection.moveTo({ line: 0, column: 0 });
    expect(selection.editing).toBeNull();
  });

  it('collapses a range once, and says when there was none', () => {
    selection.select({ line: 0, column: 0 }, { line: 1, column: 1 });
    expect(selection.collapse()).toBe(true);
    expect(selection.collapse()).toBe(false);
  });
});
