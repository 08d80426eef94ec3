/** A cell as the file holds it: a number stays a number, so that only typed text is ever guessed at. Dates are ISO text. */
export type Cell = string | number;

/** A merged region of cells, from 0, both ends inclusive. */
export interface MergedRegion {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  name: string;
  rows: Cell[][];
  merges: MergedRegion[];
}

/** What was uploaded or pasted, before any interpretation. */
export interface SourceTable {
  kind: 'xlsx' | 'csv' | 'paste';
  sheets: Sheet[];
}

/** What a person's matrix may weigh. Real ones have some hundred rows; these keep a mistake from harming others. */
export const tableLimits = {
  uploadBytes: 10 * 1024 * 1024,
  sheets: 20,
  rows: 5_000,
  columns: 100,
  cellCharacters: 10_000,
  totalCharacters: 3_000_000,
} as const;

/** What a cell reads as: no-break spaces become spaces, ends are trimmed, line breaks stay. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (!/[\s\u200b\ufeff]/.test(cell)) return cell;
  return cell
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\ufeff]/g, '')
    .trim();
}

/** Whether a cell with the one text is read as the other: spaces of all kinds, ends and what no cell holds aside. */
export function isSameText(a: string, b: string): boolean {
  return a === b || comparable(a) === comparable(b);
}

function comparable(text: string): string {
  return cellText(text.slice(0, tableLimits.cellCharacters)).replace(/\s+/g, ' ');
}

/** Text made comparable: no accents, case, punctuation or double spaces. "N° d'ordre" becomes "n d ordre". */
export function fold(text: string): string {
  if (/^[a-z\d]*$/.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[œŒ]/g, 'oe')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%#$€]+/gu, ' ')
    .trim();
}

export function isBlankRow(row: readonly { text: string }[]): boolean {
  return row.every((cell) => cell.text === '');
}

/** The letter by which a spreadsheet names a column: 0 is A, 26 is AA. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
