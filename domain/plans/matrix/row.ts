import type { Reading } from '../reading';
import type { ResolveInstitution } from './institutions';
import type { ColumnMapping, MatrixField, MatrixMapping } from './mapping';
import type { GridCell, GridRow } from './merged-cells';
import { type Kept, type MatrixProblem, type ProblemCode, problem } from './problems';
import type { UnresolvedInstitution } from './reading';

/** One row of the matrix with what is needed to read it. */
export interface MatrixRow {
  /** As the spreadsheet counts, from 1. */
  number: number;
  cells: GridRow;
  mapping: MatrixMapping;
  columnsOf: ColumnsByField;
  resolve: ResolveInstitution;
  reading: Reading;
  unresolved: Map<string, UnresolvedInstitution>;
  problems: MatrixProblem[];
  /** The row goes on with the action above: what is merged down from there was already read. */
  isContinuation: boolean;
}

export interface MappedCell {
  column: ColumnMapping;
  cell: GridCell;
}

export type ColumnsByField = ReadonlyMap<MatrixField, ColumnMapping[]>;

export function columnsByField({ columns }: MatrixMapping): ColumnsByField {
  const byField = new Map<MatrixField, ColumnMapping[]>();
  for (const column of columns) byField.set(column.field, [...(byField.get(column.field) ?? []), column]);
  return byField;
}

const none: ColumnMapping[] = [];

/** The filled cells of the row that are mapped to a field, left to right. */
export function cellsOf(row: MatrixRow, field: MatrixField): MappedCell[] {
  return (row.columnsOf.get(field) ?? none).flatMap((column) => {
    const cell = row.cells[column.column];
    if (!cell || cell.text === '' || (row.isContinuation && cell.isFromAbove)) return [];
    return cell.isFromLeft && !ownsMerged(row, column) ? [] : [{ column, cell }];
  });
}

const withoutWords: readonly MatrixField[] = ['number', 'id', 'ignore'];

/**
 * A cell merged over several columns is one value, that of the first column which can hold it. A period merged over
 * start and end is both.
 */
function ownsMerged({ cells, mapping }: MatrixRow, { column, field }: ColumnMapping): boolean {
  let owner = column;
  while (owner > 0 && cells[owner]?.isFromLeft) owner--;
  const fieldAt = (at: number) => mapping.columns[at]?.field ?? 'ignore';
  while (owner < column && withoutWords.includes(fieldAt(owner))) owner++;
  return owner === column || (field === 'end' && ['start', 'period'].includes(fieldAt(owner)));
}

export function textOf(row: MatrixRow, field: MatrixField): string {
  return cellsOf(row, field)
    .map(({ cell }) => cell.text)
    .join('\n');
}

export function report(
  row: MatrixRow,
  code: ProblemCode,
  at: { column?: number | null; value?: string; kept: Kept; details?: Record<string, string> },
): void {
  row.problems.push(problem(code, { row: row.number, ...at }));
}
