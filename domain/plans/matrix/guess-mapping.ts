import type { FiscalCalendar } from '../../calendars';
import { guessDecimal } from './amounts';
import { isMark } from './choice-words';
import { chooseSheet, findHeader, type HeaderPlace, headerParts } from './find-header';
import { type ColumnMapping, isMoneyField, type MatrixMapping, singleFields } from './mapping';
import { expandMerges, type GridCell, type GridRow } from './merged-cells';
import { currencyIn } from './money-words';
import { guessDayFirst } from './period-text';
import { readHeader, withoutExtraMark } from './read-header';
import type { SourceTable } from './table';

export interface MatrixDefaults {
  /** The workspace's currency. */
  currency: string;
  /** The plan's language decides where no amount tells which sign marks decimals. */
  language: 'en' | 'fr' | 'es';
  /** The plan's first year, for quarter columns that name none. */
  year: number;
  /** The country's: they tell a fiscal year "2025/26" from two years. */
  calendars?: readonly FiscalCalendar[];
}

/** Guesses everything about the matrix; a person corrects it before anything is imported. */
export function guessMapping(source: SourceTable, defaults: MatrixDefaults): MatrixMapping {
  return guessForSheet(source, chooseSheet(source.sheets), defaults);
}

/** The guess for one sheet, with the header where a person says it is, or where it is found. */
export function guessForSheet(
  source: SourceTable,
  sheet: number,
  defaults: MatrixDefaults,
  chosen?: HeaderPlace,
): MatrixMapping {
  const table = source.sheets[sheet];
  const grid = table ? expandMerges(table) : [];
  const header = chosen ?? findHeader(grid);
  const body = grid.slice(header.row + header.rows);
  const above = grid.slice(0, header.row).flatMap((row) => row.map(({ text }) => text));
  const year = yearNamed(above) ?? String(defaults.year);
  const columns = guessColumns(headerParts(grid, header), body, defaults).map((column) =>
    withYear(column, year),
  );
  const money = columns.filter(({ field }) => isMoneyField(field));
  const amounts = money.flatMap(({ column }) => body.map((row) => row[column]?.value ?? ''));
  return {
    sheet,
    headerRow: header.row,
    headerRows: header.rows,
    columns,
    currency: above.map(currencyIn).find(Boolean) ?? defaults.currency,
    decimal: guessDecimal(amounts, defaults.language === 'en' ? '.' : ',').decimal,
    dayFirst: guessDayFirst(body.flatMap((row) => row.map(({ value }) => value))),
    institutions: {},
    mode: 'add',
  };
}

/** The year in the matrix's title, where it is the only one: "Plan de travail annuel 2026". */
function yearNamed(titles: readonly string[]): string | null {
  const years = new Set(titles.flatMap((title) => title.match(/\b20\d\d\b/g) ?? []));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** "T1" alone takes the matrix's year, to be confirmed. */
function withYear(column: ColumnMapping, year: string): ColumnMapping {
  if (!/^[TS]\d$/.test(column.period)) return column;
  return { ...column, period: `${year}-${column.period}`, confidence: 'likely' };
}

function guessColumns(
  headers: readonly string[][],
  body: readonly GridRow[],
  { calendars = [] }: MatrixDefaults,
): ColumnMapping[] {
  const columns = headers.map((parts, column): ColumnMapping => {
    const cells = body.flatMap((row) => row[column] ?? []);
    const meaning = readHeader(parts, calendars);
    const isEmpty = cells.every((cell) => cell.text === '');
    const guess = { column, header: withoutExtraMark(parts.join(' – ')).slice(0, 300), ...meaning };
    if (isEmpty && parts.length === 0) return { ...guess, field: 'ignore', confidence: 'sure' };
    return { ...guess, field: byContent(meaning, cells) };
  });
  return withCommonUnit(withNeighbours(settleConflicts(columns, body), body));
}

/** A column headed by a year alone holds either amounts or marks; the cells tell. */
function byContent({ field, period }: Pick<ColumnMapping, 'field' | 'period'>, cells: readonly GridCell[]) {
  if (field !== 'timeMark') return field;
  const filled = cells.filter((cell) => cell.text !== '');
  const marked = filled.filter((cell) => isMark(cell.text)).length;
  const numeric = filled.filter(
    (cell) => typeof cell.value === 'number' || /^[\d\s.,]{3,}$/.test(cell.text),
  ).length;
  return /^\d{4}$/.test(period) && numeric > marked ? 'cost' : 'timeMark';
}

/** Of two columns that only one may be, the surer and later one stays; a grouping "Action" becomes an objective. */
function settleConflicts(columns: readonly ColumnMapping[], body: readonly GridRow[]): ColumnMapping[] {
  return columns.map((column) => {
    if (!singleFields.includes(column.field)) return column;
    const rivals = columns.filter((other) => other.field === column.field);
    const best = rivals.reduce((a, b) => (rank(b) >= rank(a) ? b : a));
    if (best.column === column.column) return column;
    if (column.field !== 'title') return { ...column, field: 'extra', confidence: 'none' };
    return {
      ...column,
      field: isGrouping(column.column, body) ? 'objective' : 'description',
      confidence: 'likely',
    };
  });
}

const rank = ({ confidence }: ColumnMapping) => (confidence === 'sure' ? 1 : 0);

function isGrouping(column: number, body: readonly GridRow[]): boolean {
  const cells = body.map((row) => row[column]);
  const own = cells.filter((cell) => cell?.text && !cell.isFromAbove).length;
  const rows = body.filter((row) => row.some((cell) => cell.text)).length;
  return own < rows * 0.7;
}

/** Where every cost is in thousands, so is the gap beside it whose header does not say; to be confirmed. */
function withCommonUnit(columns: readonly ColumnMapping[]): ColumnMapping[] {
  const money = columns.filter(({ field }) => isMoneyField(field));
  const unit = money.find((column) => column.unit !== '1')?.unit;
  const costs = money.filter(({ field }) => field === 'cost');
  if (!unit || costs.length === 0 || costs.some((cost) => cost.unit !== unit)) return [...columns];
  return columns.map((column) =>
    isMoneyField(column.field) && column.unit === '1' ? { ...column, unit, confidence: 'likely' } : column,
  );
}

/** What a header means beside its neighbours: "Source" after "Target", "Deadline" after "Start", one text column left. */
function withNeighbours(columns: readonly ColumnMapping[], body: readonly GridRow[]): ColumnMapping[] {
  const has = (field: ColumnMapping['field']) => columns.some((column) => column.field === field);
  const settled = columns.map((column, index): ColumnMapping => {
    const before = columns[index - 1]?.field;
    const isAfterIndicator = before === 'indicator' || before === 'target' || before === 'baseline';
    if (column.field === 'fundingSource' && /^sources?$/i.test(column.header.trim()) && isAfterIndicator) {
      return { ...column, field: 'verification', confidence: 'likely' };
    }
    if (column.field === 'baseline' && !has('indicator'))
      return { ...column, field: 'extra', confidence: 'none' };
    if (column.field === 'period' && has('start') && !has('end'))
      return { ...column, field: 'end', confidence: 'likely' };
    if (column.field === 'costTotal' && !has('cost')) return { ...column, field: 'cost' };
    return column;
  });
  if (settled.some(({ field }) => field === 'title')) return settled;
  const wordiest = longestText(settled, body);
  return settled.map((column) =>
    column.column === wordiest ? { ...column, field: 'title', confidence: 'likely' } : column,
  );
}

function longestText(columns: readonly ColumnMapping[], body: readonly GridRow[]): number | null {
  let best: { column: number; length: number } | null = null;
  for (const { column, field } of columns) {
    if (field !== 'extra') continue;
    const length = body.reduce(
      (sum, row) => sum + (typeof row[column]?.value === 'string' ? (row[column]?.text.length ?? 0) : 0),
      0,
    );
    if (length > (best?.length ?? 0)) best = { column, length };
  }
  return best?.column ?? null;
}
