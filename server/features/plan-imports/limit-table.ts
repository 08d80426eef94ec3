import { DomainError } from '#domain/errors';
import { type Cell, cellText, type Sheet, type SourceTable, tableLimits } from '#domain/plans/matrix';
import { refuseFile } from './file-kind';

/** The table without empty rows and columns at its ends, within the limits. Throws `too_large` or `unsupported_file`. */
export function limitTable(source: SourceTable): SourceTable {
  const sheets = source.sheets.map(trimSheet).filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0) throw refuseFile('empty');
  let characters = 0;
  for (const { rows } of sheets) {
    if (rows.length > tableLimits.rows) throw tooLarge('rows', tableLimits.rows);
    for (const row of rows) {
      if (row.length > tableLimits.columns) throw tooLarge('columns', tableLimits.columns);
      for (const cell of row) characters += typeof cell === 'string' ? cell.length : 8;
    }
    if (characters > tableLimits.totalCharacters) throw tooLarge('text', tableLimits.totalCharacters);
  }
  return { ...source, sheets };
}

function trimSheet(sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row) => trimEnd(row.map(cleanCell), (cell) => cellText(cell) === ''));
  const kept = trimEnd(rows, (row) => row.length === 0);
  const merges = sheet.merges
    .filter(({ top, left }) => top < kept.length && left < tableLimits.columns)
    .map((merge) => ({ ...merge, bottom: Math.min(merge.bottom, kept.length - 1) }));
  return { ...sheet, rows: kept, merges };
}

/** PostgreSQL stores no NUL, and no JSON a lone surrogate. */
function cleanCell(cell: Cell): Cell {
  if (typeof cell === 'number') return cell;
  const text = cell.replaceAll('\0', '').slice(0, tableLimits.cellCharacters);
  return /[\ud800-\udfff]/.test(text) ? Buffer.from(text, 'utf8').toString('utf8') : text;
}

function trimEnd<T>(items: readonly T[], isEmpty: (item: T) => boolean): T[] {
  const last = items.findLastIndex((item) => !isEmpty(item));
  return items.slice(0, last + 1);
}

function tooLarge(reason: string, limit: number): DomainError {
  return new DomainError({ code: 'too_large', details: { reason, limit } });
}
