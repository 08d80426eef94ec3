import type { Language } from '../languages';
import { type Cell, cellText, type SourceTable } from '../plans/matrix';
import { type MappingColumn, mappingColumns, type RowValues } from './columns';
import { type CellProblem, readCell } from './read-cells';
import { type Lexicon, type MappingWords, makeLexicon, readHeaderMark } from './words';
import { newMark } from './write-sheet';

export interface CellError {
  /** Null: about the row itself. */
  column: MappingColumn | null;
  problem: CellProblem | RowProblem;
  /** As it stands in the file. */
  text: string;
}

export type RowProblem =
  | 'missing'
  | 'period_incomplete'
  | 'period_reversed'
  | 'several'
  | 'fixed'
  | 'gone'
  | 'mark_unknown'
  | 'duplicate_row'
  | 'activity_ambiguous'
  | 'stale';

export interface ReadRow {
  /** As the spreadsheet numbers it, from 1. */
  row: number;
  /** The id that the row is matched by; null for a row that came without one. */
  factId: string | null;
  /** Prepared for a new fact, or copied from another row. */
  isNew: boolean;
  /** Columns that the sheet has; a column that was taken out changes nothing. */
  values: Partial<RowValues>;
  errors: CellError[];
}

export interface ReadMapping {
  sheet: string;
  /** When the workbook was made. */
  madeAt: string;
  /** By column, the letter's place in the sheet, from 0. */
  places: Partial<Record<MappingColumn, number>>;
  rows: ReadRow[];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a workbook that was made here, in whatever of the languages its words are now; null where it was not. */
export function readSheet(
  source: SourceTable,
  { languages, language }: { languages: readonly MappingWords[]; language: Language },
): ReadMapping | null {
  const lexicon = makeLexicon(languages);
  for (const { name, rows } of source.sheets) {
    const [header = [], ...body] = rows;
    const madeAt = readHeaderMark(header[0]);
    if (madeAt === null) continue;
    const places = placesOf(header, lexicon);
    const read = body.flatMap((cells, index) => {
      const isBlank = mappingColumns.every((column) => cellText(cells[places[column] ?? -1]) === '');
      return isBlank ? [] : [readRow(cells, index + 2, places, { lexicon, language })];
    });
    return { sheet: name, madeAt, places, rows: unmarkCopies(read) };
  }
  return null;
}

function placesOf(header: readonly Cell[], lexicon: Lexicon): Partial<Record<MappingColumn, number>> {
  const places: Partial<Record<MappingColumn, number>> = {};
  header.forEach((cell, place) => {
    const column = place === 0 ? null : lexicon.columnOf(cellText(cell));
    if (column) places[column] ??= place;
  });
  return places;
}

function readRow(
  cells: readonly Cell[],
  row: number,
  places: Partial<Record<MappingColumn, number>>,
  reading: { lexicon: Lexicon; language: Language },
): ReadRow {
  const mark = cellText(cells[0]);
  const isNew = mark === '' || mark.startsWith(newMark);
  const factId = mark.replace(newMark, '').toLowerCase() || null;
  const values: Partial<RowValues> = {};
  const errors: CellError[] = [];
  if (factId !== null && !uuid.test(factId)) {
    errors.push({ column: null, problem: 'mark_unknown', text: mark });
  }
  for (const column of mappingColumns) {
    const place = places[column];
    if (place === undefined) continue;
    const cell = readCell(column, cells[place], reading);
    if ('value' in cell) values[column] = cell.value;
    else errors.push({ column, problem: cell.problem, text: cellText(cells[place]).slice(0, 200) });
  }
  errors.push(...periodErrors(values));
  return { row, factId, isNew, values, errors };
}

function periodErrors({ periodStart, periodEnd }: Partial<RowValues>): CellError[] {
  if (periodStart === undefined || periodEnd === undefined) return [];
  if ((periodStart === '') !== (periodEnd === '')) {
    const column = periodStart === '' ? 'periodStart' : 'periodEnd';
    return [{ column, problem: 'period_incomplete', text: periodStart || periodEnd }];
  }
  return periodStart > periodEnd
    ? [{ column: 'periodEnd', problem: 'period_reversed', text: periodEnd }]
    : [];
}

/** A row copied with its mark is a new one; copied and not changed at all it is a mistake. */
function unmarkCopies(rows: ReadRow[]): ReadRow[] {
  const first = new Map<string, ReadRow>();
  return rows.map((row) => {
    const known = row.factId === null ? undefined : first.get(row.factId);
    if (row.factId !== null && !known) first.set(row.factId, row);
    if (!known) return row;
    const isSame = JSON.stringify(known.values) === JSON.stringify(row.values);
    const error = { column: null, problem: 'duplicate_row', text: String(known.row) } as const;
    return { ...row, factId: null, isNew: true, errors: isSame ? [...row.errors, error] : row.errors };
  });
}
