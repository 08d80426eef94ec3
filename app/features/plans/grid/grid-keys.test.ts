import { describe, expect, it } from 'vitest';
import { commandOfKey, type KeyPress } from './grid-keys';
import { clampPosition, isInRange, rangeBetween } from './selection';

const shape = { lineCount: 100, columnCount: 10, pageLines: 20 };
const at = { line: 50, column: 5 };
const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  control: false,
  shift: false,
  alt: false,
  ...held,
});
const moves = (line: number, column: number, extend = false) => ({
  do: 'move',
  to: { line, column },
  extend,
});

describe('the grid by keyboard', () => {
  it.each([
    ['ArrowUp', moves(49, 5)],
    ['ArrowDown', moves(51, 5)],
    ['ArrowLeft', moves(50, 4)],
    ['ArrowRight', moves(50, 6)],
    ['Home', moves(50, 0)],
    ['End', moves(50, 9)],
    ['PageUp', moves(30, 5)],
    ['PageDown', moves(70, 5)],
    ['Tab', moves(50, 6)],
  ])('%s moves', (key, command) => {
    expect(commandOfKey(press(key), at, shape)).toEqual(command);
  });

  it('stops at the borders and enters the header by the up arrow only', () => {
    const corner = { line: 0, column: 0 };
    expect(commandOfKey(press('ArrowLeft'), corner, shape)).toEqual(moves(0, 0));
    expect(commandOfKey(press('PageUp'), corner, shape)).toEqual(moves(0, 0));
    expect(commandOfKey(press('ArrowUp'), corner, shape)).toEqual(moves(-1, 0));
    expect(commandOfKey(press('Home', { control: true }), { line: -1, column: 3 }, shape)).toEqual(
      moves(0, 0),
    );
  });

  it('extends the selection with Shift', () => {
    expect(commandOfKey(press('ArrowDown', { shift: true }), at, shape)).toEqual(moves(51, 5, true));
    expect(commandOfKey(press('End', { shift: true, control: true }), at, shape)).toEqual(moves(99, 9, true));
  });

  it('goes on to the next line with Tab and leaves the grid after the last cell', () => {
    expect(commandOfKey(press('Tab'), { line: 50, column: 9 }, shape)).toEqual(moves(51, 0));
    expect(commandOfKey(press('Tab', { shift: true }), { line: 50, column: 0 }, shape)).toEqual(moves(49, 9));
    expect(commandOfKey(press('Tab'), { line: 99, column: 9 }, shape)).toBeNull();
    expect(commandOfKey(press('Tab', { shift: true }), { line: -1, column: 0 }, shape)).toBeNull();
  });

  it('starts editing by Enter, F2, a character, an accent key or AltGr', () => {
    expect(commandOfKey(press('Enter'), at, shape)).toEqual({ do: 'edit', start: 'keep' });
    expect(commandOfKey(press('F2'), at, shape)).toEqual({ do: 'edit', start: 'keep' });
    for (const key of ['a', 'É', '7', ' ', 'Dead', 'Process']) {
      expect(commandOfKey(press(key), at, shape)).toEqual({ do: 'edit', start: 'replace' });
    }
    expect(commandOfKey(press('@', { control: true, alt: true }), at, shape)).toEqual({
      do: 'edit',
      start: 'replace',
    });
  });

  it('leaves copy, cut and paste to the browser', () => {
    for (const key of ['c', 'x', 'v'])
      expect(commandOfKey(press(key, { control: true }), at, shape)).toBeNull();
  });

  it('undoes and redoes', () => {
    expect(commandOfKey(press('z', { control: true }), at, shape)).toEqual({ do: 'undo' });
    expect(commandOfKey(press('Z', { control: true, shift: true }), at, shape)).toEqual({ do: 'redo' });
    expect(commandOfKey(press('y', { control: true }), at, shape)).toEqual({ do: 'redo' });
  });

  it('moves lines with Alt, and sets the width of a column in the header', () => {
    expect(commandOfKey(press('ArrowUp', { alt: true }), at, shape)).toEqual({ do: 'move_lines', by: -1 });
    expect(commandOfKey(press('ArrowRight', { alt: true }), { line: -1, column: 2 }, shape)).toEqual({
      do: 'resize',
      by: 1,
    });
    expect(commandOfKey(press('ArrowRight', { alt: true }), at, shape)).toBeNull();
  });
});

describe('a selection', () => {
  it('is the same range whichever corner it began in', () => {
    const range = { top: 2, bottom: 6, first: 1, last: 4 };
    expect(rangeBetween({ line: 6, column: 1 }, { line: 2, column: 4 })).toEqual(range);
    expect(isInRange(range, { line: 6, column: 4 })).toBe(true);
    expect(isInRange(range, { line: 7, column: 4 })).toBe(false);
  });

  it('stays inside a grid that shrank', () => {
    expect(clampPosition(at, { lineCount: 3, columnCount: 2, pageLines: 1 })).toEqual({ line: 2, column: 1 });
    expect(clampPosition(at, { lineCount: 0, columnCount: 2, pageLines: 1 })).toEqual({
      line: -1,
      column: 1,
    });
  });
});
