/** Where in the grid, by line and column as shown now. Line -1 is the header. */
export interface Position {
  line: number;
  column: number;
}

export const headerLine = -1;

/** What the keyboard needs to know of the grid: its size and how many lines a page shows. */
export interface GridShape {
  lineCount: number;
  columnCount: number;
  pageLines: number;
}

/** Both ends inclusive. */
export interface CellRange {
  top: number;
  bottom: number;
  first: number;
  last: number;
}

export function rangeBetween(anchor: Position, focus: Position): CellRange {
  return {
    top: Math.min(anchor.line, focus.line),
    bottom: Math.max(anchor.line, focus.line),
    first: Math.min(anchor.column, focus.column),
    last: Math.max(anchor.column, focus.column),
  };
}

export function isInRange(range: CellRange, { line, column }: Position): boolean {
  return line >= range.top && line <= range.bottom && column >= range.first && column <= range.last;
}

export function isSingleCell({ top, bottom, first, last }: CellRange): boolean {
  return top === bottom && first === last;
}

/** The nearest place that exists; an empty grid leaves only the header. */
export function clampPosition({ line, column }: Position, shape: GridShape): Position {
  return {
    line: Math.max(headerLine, Math.min(line, shape.lineCount - 1)),
    column: Math.max(0, Math.min(column, shape.columnCount - 1)),
  };
}
