import type { Reading } from '../reading';
import { type KnownInstitution, makeResolver, type ResolveInstitution } from './institutions';
import type { MatrixField, MatrixMapping } from './mapping';
import { expandMerges, type GridRow } from './merged-cells';
import { makeObjectivePath, type ObjectivePath } from './objective-path';
import { type MatrixProblem, problem } from './problems';
import { continueAction, readRow } from './read-row';
import type { DraftAction, MatrixReading, UnresolvedInstitution } from './reading';
import { type ColumnsByField, cellsOf, columnsByField, type MatrixRow, report, textOf } from './row';
import { sectionOf } from './row-kinds';
import { fold, isBlankRow, type SourceTable } from './table';
import { totalOf } from './total-rows';
import { makeTotals, type Totals } from './totals';

interface State {
  mapping: MatrixMapping;
  columnsOf: ColumnsByField;
  resolve: ResolveInstitution;
  reading: Reading;
  titleColumn: number | null;
  numberColumn: number | null;
  idColumn: number | null;
  /** Where the actions of an export stand among all, by their ids. */
  indexById: Map<string, number>;
  header: readonly GridRow[];
  path: ObjectivePath;
  totals: Totals;
  actions: DraftAction[];
  problems: MatrixProblem[];
  unresolved: Map<string, UnresolvedInstitution>;
  skipped: MatrixReading['skipped'];
}

export interface MatrixContext {
  /** Those of the workspace. */
  institutions: readonly KnownInstitution[];
  reading: Reading;
}

/** Reads the whole matrix under a mapping: what would be imported and every problem, all at once. Changes nothing. */
export function readMatrix(
  source: SourceTable,
  mapping: MatrixMapping,
  { institutions, reading }: MatrixContext,
): MatrixReading {
  const sheet = source.sheets[mapping.sheet];
  const grid = sheet ? expandMerges(sheet) : [];
  const bodyFrom = mapping.headerRow + mapping.headerRows;
  const state: State = {
    mapping,
    columnsOf: columnsByField(mapping),
    resolve: makeResolver(institutions, mapping.institutions),
    reading,
    titleColumn: columnFor(mapping, 'title'),
    numberColumn: columnFor(mapping, 'number'),
    idColumn: columnFor(mapping, 'id'),
    indexById: new Map(),
    header: grid.slice(mapping.headerRow, bodyFrom),
    path: makeObjectivePath(),
    totals: makeTotals(mapping),
    actions: [],
    problems: [],
    unresolved: new Map(),
    skipped: { blank: 0, totals: 0, headers: 0, footnotes: 0 },
  };
  const body = grid.slice(bodyFrom);
  for (const [index, cells] of body.entries()) readOneRow(state, cells, bodyFrom + index + 1);
  state.problems.push(...findDuplicates(state.actions), ...findUncounted(mapping, body, bodyFrom));
  return {
    objectives: state.path.list(),
    actions: state.actions,
    problems: state.problems.sort((a, b) => a.row - b.row),
    unresolved: [...state.unresolved.values()],
    conventions: { decimal: mapping.decimal, dayFirst: mapping.dayFirst, reading },
    skipped: state.skipped,
  };
}

function columnFor({ columns }: MatrixMapping, wanted: MatrixField): number | null {
  return columns.find(({ field }) => field === wanted)?.column ?? null;
}

function readOneRow(state: State, cells: GridRow, number: number): void {
  const { skipped, problems, path, totals } = state;
  if (isBlankRow(cells)) {
    skipped.blank++;
    return;
  }
  if (isHeaderAgain(state.header, cells)) {
    skipped.headers++;
    problems.push(problem('header_repeated', { row: number, kept: 'skipped' }));
    return;
  }
  if (idOf(state, cells)) {
    readOwnRow(state, cells, number);
    return;
  }
  const total = totalOf(cells, state.mapping);
  if (total && (total.isSure || totals.areSums(totals.statedIn(cells), 1))) {
    skipped.totals++;
    const skip = problem('total_skipped', { row: number, value: total.label, kept: 'skipped' });
    problems.push(skip, ...totals.check(cells, number));
    return;
  }
  const footnote = footnoteOf(cells);
  if (footnote) {
    skipped.footnotes++;
    problems.push(problem('footnote', { row: number, value: footnote, kept: 'skipped' }));
    return;
  }
  const section = sectionOf(cells, state);
  if (section) {
    path.enter(section.level, section.title);
    totals.enterSection();
    return;
  }
  readActionRow(state, cells, number);
}

function readActionRow(state: State, cells: GridRow, number: number): void {
  const { actions, path } = state;
  const titleCell = state.titleColumn === null ? undefined : cells[state.titleColumn];
  const isContinuation = !titleCell?.text || titleCell.isFromAbove;
  const row = rowOf(state, cells, { number, isContinuation });
  const hasNewHeading = enterHeadings(path, row);
  const above = actions[actions.length - 1];
  if (isContinuation && (!above || hasNewHeading)) {
    if (hasOnlyHeadings(row)) return; // An objective in its column with no action beside it yet.
    report(row, 'title_missing', { value: summaryOf(cells), kept: 'skipped' });
    return;
  }
  const { action, byColumn } = readRow(row, path.current(), isContinuation ? (above ?? null) : null);
  if (totalOf(cells, state.mapping) || state.totals.areSums(byColumn, 2)) {
    report(row, 'looks_like_total', { value: summaryOf(cells), kept: 'counted' });
  }
  state.totals.add(byColumn);
  if (!isContinuation || !above) {
    actions.push(action);
    return;
  }
  continueAction(above, action);
  report(row, 'row_continues', { value: above.title, kept: 'joined' });
}

function rowOf(
  { mapping, columnsOf, resolve, reading, unresolved, problems }: State,
  cells: GridRow,
  { number, isContinuation }: { number: number; isContinuation: boolean },
): MatrixRow {
  return {
    number,
    cells,
    mapping,
    columnsOf,
    resolve,
    reading,
    unresolved,
    problems,
    isContinuation,
  };
}

/** The id that an export wrote; "TOTAL" in that column is none. */
function idOf({ idColumn }: State, cells: GridRow): string {
  const cell = idColumn === null ? undefined : cells[idColumn];
  return cell && !cell.isFromLeft && /^(?=.*\d)\S+$/.test(cell.text) ? cell.text : '';
}

/**
 * A row of an export: it is an action whatever its words look like, and its objective is the one that it names. A
 * further row of the same id without a title continues that action, wherever sorting has put it.
 */
function readOwnRow(state: State, cells: GridRow, number: number): void {
  const { actions, path, totals } = state;
  const id = idOf(state, cells);
  const index = state.indexById.get(id) ?? actions.length;
  const known = actions[index];
  const row = rowOf(state, cells, { number, isContinuation: false });
  const hasTitle = textOf(row, 'title') !== '';
  if (!known || hasTitle) {
    path.close();
    enterHeadings(path, row);
  }
  const continued = known && !(hasTitle && known.title) ? known : null;
  const { action, byColumn } = readRow(row, path.current(), continued);
  totals.add(byColumn);
  if (!continued) {
    state.indexById.set(id, actions.length);
    actions.push(action);
    return;
  }
  const [first, more] = hasTitle ? [action, continued] : [continued, action];
  continueAction(first, more);
  actions[index] = first;
  report(row, 'row_continues', { value: first.title, kept: 'joined' });
}

/** Opens the objectives named in columns; a blank cell means the same as above. Tells whether a new one began. */
function enterHeadings(path: ObjectivePath, row: MatrixRow): boolean {
  let isNew = false;
  for (const level of ['orientation', 'axis', 'objective'] as const) {
    for (const { cell } of cellsOf(row, level)) {
      const before = path.current();
      path.enter(level, cell.text.replace(/\s+/g, ' '));
      if (!cell.isFromAbove && path.current() !== before) isNew = true;
    }
  }
  return isNew;
}

function hasOnlyHeadings(row: MatrixRow): boolean {
  return row.mapping.columns.every(
    ({ field, column }) =>
      !row.cells[column]?.text ||
      row.cells[column]?.isFromLeft ||
      ['orientation', 'axis', 'objective', 'ignore', 'number'].includes(field),
  );
}

/** A header repeated at the top of a printed page, or the row that numbers the columns: (1) (2) (3). */
function isHeaderAgain(header: readonly GridRow[], cells: GridRow): boolean {
  const filled = cells.flatMap((cell, column) =>
    cell.text && !cell.isFromLeft ? [{ text: cell.text, column }] : [],
  );
  if (filled.length < 3) return false;
  const isRepeat = header.some((row) =>
    filled.every(({ text, column }) => fold(text) === fold(row[column]?.text ?? '')),
  );
  const numbers = filled.map(({ text }) => /^\(?(\d{1,2})\)?$/.exec(text)?.[1]);
  const isNumbering =
    filled.length > 3 &&
    numbers.every((n, index) => n !== undefined && Number(n) === Number(numbers[0]) + index);
  return isRepeat || isNumbering;
}

function footnoteOf(cells: GridRow): string | null {
  const own = cells.filter((cell) => cell.text && !cell.isFromLeft);
  const [only] = own;
  if (own.length !== 1 || !only) return null;
  return /^(source|sources|note|notes|nb|n\.b\.?|légende|legende|legend|fuente|nota|\*+)\s*[:.\s]/i.test(
    only.text,
  )
    ? only.text
    : null;
}

/** A column of numbers that is only kept under its header may be money that nobody would miss in the totals. */
function findUncounted(
  { columns }: MatrixMapping,
  body: readonly GridRow[],
  bodyFrom: number,
): MatrixProblem[] {
  return columns.flatMap(({ column, field, header }) => {
    if (field !== 'extra') return [];
    const filled = body.flatMap((row) => (row[column]?.text && !row[column].isFromLeft ? [row[column]] : []));
    const numbers = filled.filter(
      ({ value, text }) => typeof value === 'number' || /^\d[\d\s.,]{2,}$/.test(text),
    );
    if (numbers.length === 0 || numbers.length < filled.length / 2) return [];
    return [
      problem('numbers_not_counted', { row: Math.max(1, bodyFrom), column, value: header, kept: 'as_extra' }),
    ];
  });
}

function summaryOf(cells: GridRow): string {
  const texts = cells
    .filter((cell) => cell.text && !cell.isFromAbove && !cell.isFromLeft)
    .map((cell) => cell.text);
  return texts.join(' | ').slice(0, 200);
}

function findDuplicates(actions: readonly DraftAction[]): MatrixProblem[] {
  const seen = new Map<string, DraftAction>();
  return actions.flatMap((action) => {
    const [row = 0] = action.rows;
    return (['number', 'title'] as const).flatMap((field) => {
      const value = action[field];
      if (!value) return [];
      const key = `${field}:${fold(value)}:${field === 'title' ? action.objectiveKey : ''}`;
      const first = seen.get(key);
      if (!first) seen.set(key, action);
      const code = field === 'number' ? 'duplicate_number' : 'duplicate_title';
      return first
        ? [problem(code, { row, value, kept: 'as_typed', details: { first: String(first.rows[0]) } })]
        : [];
    });
  });
}
