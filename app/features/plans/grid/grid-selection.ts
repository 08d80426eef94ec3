import {
  type CellRange,
  clampPosition,
  type GridShape,
  headerLine,
  isSingleCell,
  type Position,
  rangeBetween,
} from './selection';

export const headerKey = 'header';

/** A cell by the keys of its line and column, so that it stays the same cell while lines come and go around it. */
export interface CellAddress {
  line: string;
  column: string;
}

export interface Editing extends CellAddress {
  /** Whether what the cell holds is edited or replaced by what is typed. */
  start: 'keep' | 'replace';
}

/** What one line shows of the selection, by column index. */
export interface LineSelection {
  focus: number | null;
  first: number;
  last: number;
  editing: Editing['start'] | null;
}

const outside = '';

/**
 * The focused cell, the selected range and the open editor. A line listens to its own part only, so an arrow key draws
 * two lines again and not the whole grid.
 */
export class GridSelection {
  private focus: CellAddress | null = null;
  private anchor: CellAddress | null = null;
  private editingCell: Editing | null = null;
  private lineIndex = new Map<string, number>();
  private lines: readonly string[] = [];
  private columns: readonly string[] = [];
  /** Where the focus was last, for when its line goes. */
  private lastFocus: Position = { line: 0, column: 0 };
  private readonly listeners = new Set<() => void>();
  pageLines = 20;
  #isActive = false;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get shape(): GridShape {
    return { lineCount: this.lines.length, columnCount: this.columns.length, pageLines: this.pageLines };
  }

  /** Whether the keyboard is in the grid: a cell takes the focus only then. */
  get isActive(): boolean {
    return this.#isActive;
  }

  set isActive(isActive: boolean) {
    if (isActive === this.#isActive) return;
    this.#isActive = isActive;
    this.tell();
  }

  get editing(): Editing | null {
    return this.editingCell;
  }

  /** Takes what is shown now; the selection follows its cells, or stays in place where they have gone. */
  arrange(lines: readonly string[], columns: readonly string[]): void {
    this.lines = lines;
    this.columns = columns;
    this.lineIndex = new Map(lines.map((key, index) => [key, index]));
    if (this.editingCell && !this.has(this.editingCell)) this.editingCell = null;
    if (this.focus && !this.has(this.focus)) this.focus = this.addressAt(this.lastFocus);
    if (this.anchor && !this.has(this.anchor)) this.anchor = this.focus;
    this.rememberFocus();
    this.tell();
  }

  focusPosition(): Position | null {
    return this.focus && this.positionOf(this.focus);
  }

  focusAddress(): CellAddress | null {
    return this.focus;
  }

  range(): CellRange | null {
    const focus = this.focusPosition();
    const anchor = this.anchor && this.positionOf(this.anchor);
    return focus && rangeBetween(anchor ?? focus, focus);
  }

  /** The keys of the selected lines, the header left out. */
  selectedLines(): string[] {
    const range = this.range();
    return range ? this.lines.slice(Math.max(0, range.top), range.bottom + 1) : [];
  }

  moveTo(position: Position, { extend = false } = {}): void {
    const address = this.addressAt(clampPosition(position, this.shape));
    if (!address) return;
    this.focus = address;
    if (!extend || !this.anchor) this.anchor = address;
    this.editingCell = null;
    this.rememberFocus();
    this.tell();
  }

  moveToCell(address: CellAddress): void {
    const position = this.positionOf(address);
    if (position) this.moveTo(position);
  }

  select(anchor: Position, focus: Position): void {
    this.anchor = this.addressAt(clampPosition(anchor, this.shape));
    this.moveTo(focus, { extend: true });
  }

  collapse(): boolean {
    const range = this.range();
    if (!range || isSingleCell(range)) return false;
    this.anchor = this.focus;
    this.tell();
    return true;
  }

  edit(start: Editing['start']): void {
    if (!this.focus) return;
    this.anchor = this.focus;
    this.editingCell = { ...this.focus, start };
    this.tell();
  }

  stopEditing(): void {
    if (!this.editingCell) return;
    this.editingCell = null;
    this.tell();
  }

  /** The part of one line as text, which is equal while nothing changed for that line; see readLineSelection. */
  partOf(line: string): string {
    const range = this.range();
    const index = this.indexOf(line);
    if (!range || index === null || index < range.top || index > range.bottom) return outside;
    const isFocused = this.focus?.line === line;
    const focus = isFocused ? (this.focusPosition()?.column ?? '') : '';
    const editing = this.editingCell?.line === line ? this.editingCell.start : '';
    return `${focus},${range.first},${range.last},${editing}`;
  }

  /** The place of a line among those shown, or null. */
  lineOf(key: string): number | null {
    return this.indexOf(key);
  }

  private has({ line, column }: CellAddress): boolean {
    return this.indexOf(line) !== null && this.columns.includes(column);
  }

  private indexOf(line: string): number | null {
    return line === headerKey ? headerLine : (this.lineIndex.get(line) ?? null);
  }

  private positionOf({ line, column }: CellAddress): Position | null {
    const index = this.indexOf(line);
    const columnIndex = this.columns.indexOf(column);
    return index === null || columnIndex < 0 ? null : { line: index, column: columnIndex };
  }

  private addressAt(position: Position): CellAddress | null {
    const at = clampPosition(position, this.shape);
    const line = at.line === headerLine ? headerKey : this.lines[at.line];
    const column = this.columns[at.column];
    return line === undefined || column === undefined ? null : { line, column };
  }

  private rememberFocus(): void {
    this.lastFocus = this.focusPosition() ?? this.lastFocus;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export function readLineSelection(part: string): LineSelection | null {
  if (part === outside) return null;
  const [focus, first, last, editing] = part.split(',');
  return {
    focus: focus ? Number(focus) : null,
    first: Number(first),
    last: Number(last),
    editing: editing === 'keep' || editing === 'replace' ? editing : null,
  };
}
