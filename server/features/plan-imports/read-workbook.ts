import { type CellValue, readXlsx, type Sheet as WorkbookSheet } from 'hucre/xlsx';
import { isDomainError } from '#domain/errors';
import { type Cell, letterOf, type Sheet, type SourceTable, tableLimits } from '#domain/plans/matrix';
import { checkPackage } from './check-package';
import { refuseFile } from './file-kind';

/** One row and column more than is allowed are read, so that what is too large can be told from what just fits. */
const range = `A1:${letterOf(tableLimits.columns)}${tableLimits.rows + 1}`;

/** Reads the visible sheets of an .xlsx. Formulas give their last results, dates ISO text, percentages "25 %". */
export async function readWorkbook(bytes: Uint8Array): Promise<SourceTable> {
  checkPackage(bytes);
  const workbook = await openWorkbook(bytes);
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden && !sheet.veryHidden);
  const sheets = (visible.length > 0 ? visible : workbook.sheets).slice(0, tableLimits.sheets);
  return { kind: 'xlsx', sheets: sheets.map(readSheet) };
}

async function openWorkbook(bytes: Uint8Array) {
  try {
    return await readXlsx(bytes, { readStyles: true, range });
  } catch (error) {
    if (isDomainError(error)) throw error;
    throw refuseFile('damaged'); // The reader's own errors are about the file.
  }
}

function readSheet(sheet: WorkbookSheet): Sheet {
  const rows = sheet.rows.map((values, row) =>
    values.map((value, column) => cellOf(value, sheet.cells?.get(`${row},${column}`)?.style?.numFmt)),
  );
  const merges = (sheet.merges ?? []).slice(0, 20_000).map((merge) => ({
    top: merge.startRow,
    left: merge.startCol,
    bottom: merge.endRow,
    right: merge.endCol,
  }));
  return { name: sheet.name.slice(0, 100), rows, merges };
}

function cellOf(value: CellValue, format: string | undefined): Cell {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'x' : '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) return '';
  // A spreadsheet keeps 15 digits; what lies beyond is the noise of binary fractions.
  if (format?.includes('%')) return `${Number((value * 100).toPrecision(12))} %`;
  return Number(value.toPrecision(15));
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}
