import { type Cell, cellText, type Sheet } from './table';

export interface GridCell {
  value: Cell;
  text: string;
  /** Filled from the cell above in a merged region: the value belongs to the first row. */
  isFromAbove: boolean;
  /** Filled from the cell to the left in a merged region. */
  isFromLeft: boolean;
}

export type GridRow = GridCell[];

/**
 * The sheet as a full rectangle in which every cell of a merged region reads as its first cell. Where the fill came
 * from is kept, because an amount merged over five rows is one amount, not five.
 */
export function expandMerges(sheet: Sheet): GridRow[] {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const grid = sheet.rows.map((row) =>
    Array.from({ length: width }, (_, column) => {
      const value = row[column] ?? '';
      return { value, text: cellText(value), isFromAbove: false, isFromLeft: false };
    }),
  );
  for (const { top, left, bottom, right } of sheet.merges) {
    const first = grid[top]?.[left];
    if (!first) continue;
    for (let row = top; row <= Math.min(bottom, grid.length - 1); row++) {
      for (let column = left; column <= Math.min(right, width - 1); column++) {
        const cells = grid[row];
        if (!cells || (row === top && column === left)) continue;
        cells[column] = { ...first, isFromAbove: row > top, isFromLeft: column > left };
      }
    }
  }
  return grid;
}
