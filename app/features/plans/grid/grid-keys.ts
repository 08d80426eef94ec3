import { clampPosition, type GridShape, headerLine, type Position } from './selection';

/** The parts of a keyboard event that decide; `control` is the command key on a Mac. */
export interface KeyPress {
  key: string;
  control: boolean;
  shift: boolean;
  alt: boolean;
}

export type GridCommand =
  | { do: 'move'; to: Position; extend: boolean }
  | { do: 'select_all' }
  | { do: 'edit'; start: 'keep' | 'replace' }
  | { do: 'clear' }
  | { do: 'collapse' }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'insert' }
  | { do: 'duplicate' }
  | { do: 'remove' }
  | { do: 'open' }
  | { do: 'move_lines'; by: -1 | 1 }
  | { do: 'resize'; by: -1 | 1 };

/** What a key means while no editor is open; null leaves it to the browser (Tab out of the last cell, copy, paste). */
export function commandOfKey(press: KeyPress, at: Position, shape: GridShape): GridCommand | null {
  if (press.alt) return commandWithAlt(press, at);
  if (press.control) return commandWithControl(press, at, shape);
  const to = destination(press, at, shape);
  if (to) return { do: 'move', to: clampPosition(to, shape), extend: press.shift && press.key !== 'Tab' };
  switch (press.key) {
    case 'Tab':
      return null;
    case 'Enter':
    case 'F2':
      return { do: 'edit', start: 'keep' };
    case 'Delete':
    case 'Backspace':
      return { do: 'clear' };
    case 'Escape':
      return { do: 'collapse' };
    default:
      return isTyping(press.key) ? { do: 'edit', start: 'replace' } : null;
  }
}

/** A character, or the first stroke of an accent or of an input method, which the editor must receive itself. */
function isTyping(key: string): boolean {
  return [...key].length === 1 || key === 'Dead' || key === 'Process';
}

function destination({ key, shift }: KeyPress, at: Position, shape: GridShape): Position | null {
  switch (key) {
    case 'ArrowUp':
      return { ...at, line: at.line - 1 };
    case 'ArrowDown':
      return { ...at, line: at.line + 1 };
    case 'ArrowLeft':
      return { ...at, column: at.column - 1 };
    case 'ArrowRight':
      return { ...at, column: at.column + 1 };
    case 'Home':
      return { ...at, column: 0 };
    case 'End':
      return { ...at, column: shape.columnCount - 1 };
    case 'PageUp':
      return { ...at, line: Math.max(0, at.line - shape.pageLines) };
    case 'PageDown':
      return { ...at, line: at.line + shape.pageLines };
    case 'Tab':
      return shift ? cellBefore(at, shape) : cellAfter(at, shape);
    default:
      return null;
  }
}

function cellAfter(at: Position, shape: GridShape): Position | null {
  if (at.column < shape.columnCount - 1) return { ...at, column: at.column + 1 };
  return at.line < shape.lineCount - 1 ? { line: at.line + 1, column: 0 } : null;
}

function cellBefore(at: Position, shape: GridShape): Position | null {
  if (at.column > 0) return { ...at, column: at.column - 1 };
  return at.line > headerLine ? { line: at.line - 1, column: shape.columnCount - 1 } : null;
}

function commandWithControl(press: KeyPress, at: Position, shape: GridShape): GridCommand | null {
  const last = { line: shape.lineCount - 1, column: shape.columnCount - 1 };
  const move = (to: Position): GridCommand => ({
    do: 'move',
    to: clampPosition(to, shape),
    extend: press.shift,
  });
  switch (press.key) {
    case 'Home':
      return move({ line: 0, column: 0 });
    case 'End':
      return move(last);
    case 'ArrowUp':
      return move({ ...at, line: 0 });
    case 'ArrowDown':
      return move({ ...at, line: last.line });
    case 'ArrowLeft':
      return move({ ...at, column: 0 });
    case 'ArrowRight':
      return move({ ...at, column: last.column });
    case 'Enter':
      return press.shift ? { do: 'open' } : { do: 'insert' };
    case 'Delete':
    case 'Backspace':
      return { do: 'remove' };
    default:
      return commandOfLetter(press);
  }
}

function commandOfLetter({ key, shift }: KeyPress): GridCommand | null {
  switch (key.toLowerCase()) {
    case 'a':
      return { do: 'select_all' };
    case 'd':
      return { do: 'duplicate' };
    case 'z':
      return shift ? { do: 'redo' } : { do: 'undo' };
    case 'y':
      return { do: 'redo' };
    default:
      return null;
  }
}

function commandWithAlt({ key, control }: KeyPress, at: Position): GridCommand | null {
  // AltGr arrives as Control+Alt and types characters such as @ and €.
  if (isTyping(key)) return control ? { do: 'edit', start: 'replace' } : null;
  if (at.line === headerLine && key === 'ArrowLeft') return { do: 'resize', by: -1 };
  if (at.line === headerLine && key === 'ArrowRight') return { do: 'resize', by: 1 };
  if (key === 'ArrowUp') return { do: 'move_lines', by: -1 };
  if (key === 'ArrowDown') return { do: 'move_lines', by: 1 };
  return null;
}
