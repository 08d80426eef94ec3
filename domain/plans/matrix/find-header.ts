import { expandMerges, type GridRow } from './merged-cells';
import { readHeader } from './read-header';
import { fold, type Sheet } from './table';

export interface HeaderPlace {
  /** From 0. */
  row: number;
  rows: number;
}

const searchedRows = 40;

/** Where the header stands: the row whose words are known best, with the rows above or below that belong to it. */
export function findHeader(grid: readonly GridRow[]): HeaderPlace {
  let best = { row: 0, score: 0 };
  grid.slice(0, searchedRows).forEach((row, index) => {
    const score = scoreOf(row);
    if (score > best.score) best = { row: index, score };
  });
  if (best.score < 2) return { row: firstWideRow(grid), rows: 1 };
  let { row } = best;
  let last = best.row;
  while (row > 0 && isHeadingOf(grid[row - 1], grid[row])) row--;
  while (last - row < 3 && isSubHeader(grid[last], grid[last + 1])) last++;
  return { row, rows: last - row + 1 };
}

/** The parts of each column's header, top to bottom, without repeats. */
export function headerParts(grid: readonly GridRow[], { row, rows }: HeaderPlace): string[][] {
  const width = grid[row]?.length ?? grid[0]?.length ?? 0;
  const header = grid.slice(row, row + rows).map((cells, index) => spread(cells, index < rows - 1));
  return Array.from({ length: width }, (_, column) => {
    const parts = header.map((cells) => (cells[column] ?? '').replace(/\s+/g, ' ').trim()).filter(Boolean);
    return parts.filter((part, index) => parts.indexOf(part) === index);
  });
}

/** In a file without merged cells a heading over several columns stands in the first of them. */
function spread(cells: GridRow, hasRowsBelow: boolean): string[] {
  let heading = '';
  return cells.map((cell) => {
    if (cell.text) heading = cell.text;
    return cell.text || (hasRowsBelow ? heading : '');
  });
}

function scoreOf(row: GridRow): number {
  const seen = new Set<string>();
  let score = 0;
  for (const cell of row) {
    if (!cell.text || cell.isFromLeft || cell.text.length > 60 || seen.has(fold(cell.text))) continue;
    seen.add(fold(cell.text));
    const { field, confidence } = readHeader([cell.text]);
    if (typeof cell.value === 'number' && field !== 'timeMark') continue;
    if (confidence === 'sure') score += 1;
    else if (confidence === 'likely') score += 0.5;
  }
  return score;
}

/** The row above belongs to the header where it has headings of its own, not just the matrix's title. */
function isHeadingOf(above: GridRow | undefined, row: GridRow | undefined): boolean {
  if (!above || !row) return false;
  const headings = new Set(above.filter((cell) => cell.text).map((cell) => cell.text));
  const isLinked = row.some(
    (cell, column) => cell.isFromAbove && cell.text && cell.text === above[column]?.text,
  );
  return (
    headings.size >= 2 &&
    (isLinked || scoreOf(above) >= 1.5) &&
    [...headings].every((text) => text.length <= 80)
  );
}

/** The row below divides headings that span several columns, and says nothing under the others. */
function isSubHeader(header: GridRow | undefined, below: GridRow | undefined): boolean {
  if (!header || !below) return false;
  const own = below.flatMap((cell, column) =>
    cell.text && !cell.isFromAbove ? [{ text: cell.text, column }] : [],
  );
  if (own.length < 2 || own.some(({ text }) => text.length > 40)) return false;
  return own.every(({ column }) => isSpan(header, column));
}

function isSpan(header: GridRow, column: number): boolean {
  const cell = header[column];
  const next = header[column + 1];
  if (!cell) return false;
  if (cell.isFromLeft || next?.isFromLeft) return true;
  if (cell.text === '') return header.slice(0, column).some((left) => left.text);
  return next !== undefined && next.text === '';
}

/** Without a word that is known, the first row with several filled cells is taken for the header. */
function firstWideRow(grid: readonly GridRow[]): number {
  const wide = grid.findIndex(
    (row) => new Set(row.filter((c) => c.text && !c.isFromLeft).map((c) => c.text)).size >= 2,
  );
  return Math.max(0, wide);
}

/** The sheet most likely to be the matrix: the one whose header is known best. */
export function chooseSheet(sheets: readonly Sheet[]): number {
  const scores = sheets.map((sheet) => {
    const grid = expandMerges({ ...sheet, rows: sheet.rows.slice(0, searchedRows) });
    return Math.max(0, ...grid.map(scoreOf)) + Math.min(sheet.rows.length, 100) / 1000;
  });
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}
