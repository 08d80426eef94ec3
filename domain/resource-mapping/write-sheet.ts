import type { Cell } from '../plans/matrix';
import { isChoiceColumn, type MappingColumn, mappingColumns, type RowValues } from './columns';
import { between } from './row-values';
import { headerMark, type MappingWords } from './words';

export interface MarkedRow {
  /** The fact's id, or for a prepared row the id that its fact will have. */
  mark: string;
  values: RowValues | null;
}

/** What a row prepared for a new fact is marked by: the fact gets this id, so that the same row again is the same fact. */
export const newMark = 'new:';

/** The cells of the workbook's sheet, in one language. */
export function writeSheet(rows: readonly MarkedRow[], words: MappingWords, madeAt: string): Cell[][] {
  const labels = new Map<MappingColumn, Map<string, string>>();
  for (const [column, choices] of Object.entries(words.choices)) {
    labels.set(column as MappingColumn, new Map(choices.map(({ code, label }) => [code, label])));
  }
  const header: Cell[] = [headerMark(madeAt), ...mappingColumns.map((column) => words.header[column])];
  return [
    header,
    ...rows.map(({ mark, values }) => [
      mark,
      ...mappingColumns.map((column) => (values ? cellOf(column, values[column], labels.get(column)) : '')),
    ]),
  ];
}

function cellOf(column: MappingColumn, value: string, labels: Map<string, string> | undefined): Cell {
  if (value === '') return '';
  if (isChoiceColumn(column)) {
    return value
      .split(between)
      .map((code) => labels?.get(code) ?? code)
      .join(between);
  }
  return column === 'amount' && isExactInSheet(value) ? Number(value) : value;
}

/** A spreadsheet keeps 15 digits of a number; an amount with more stays text, and exact. */
function isExactInSheet(amount: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(amount) && amount.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15;
}
