import Big from 'big.js';
import type { AccountId, ActivityId, InstitutionId } from '../ids';
import { isChoiceColumn, type MappingColumn, mappingColumns, type RowValues } from './columns';
import type { CellError, ReadMapping, ReadRow } from './read-sheet';
import { between } from './row-values';

/** A fact as it stands now. */
export interface KnownFact {
  activityId: ActivityId;
  partnerId: InstitutionId;
  values: RowValues;
  /** Columns that it has from its activity: a blank cell says no more than that. */
  inherited: readonly MappingColumn[];
  isRemoved: boolean;
  setAt: string;
  setBy: AccountId | null;
}

export interface KnownState {
  facts: ReadonlyMap<string, KnownFact>;
  /** Activities of a partner by what they are called. */
  activitiesOf(partnerId: string, title: string): ActivityId[];
  mayEdit(partnerId: string): boolean;
  /** An id that a fact of another workspace has. */
  isForeign(factId: string): boolean;
}

export const rowStates = ['new', 'changed', 'unchanged', 'refused', 'error'] as const;
export type RowState = (typeof rowStates)[number];

export interface ComparedRow {
  row: number;
  state: RowState;
  /** Null for a new row that came without one. */
  factId: string | null;
  /** Null where the activity is new as well. */
  activityId: ActivityId | null;
  /** As they will be. */
  values: RowValues;
  changes: { column: MappingColumn; before: string; after: string }[];
  errors: CellError[];
}

const required = ['partner', 'activity', 'kind', 'amount', 'currency'] as const satisfies MappingColumn[];

/** What each row of a workbook would do, with everything that stands against it. */
export function compareRows(read: ReadMapping, state: KnownState, actorId: AccountId): ComparedRow[] {
  return read.rows.map((row) => {
    const known = row.factId === null ? undefined : state.facts.get(row.factId);
    return known ? compareKnown(row, known, { read, state, actorId }) : compareNew(row, state);
  });
}

function compareKnown(
  { row, factId, values, errors: readErrors }: ReadRow,
  known: KnownFact,
  { read, state, actorId }: { read: ReadMapping; state: KnownState; actorId: AccountId },
): ComparedRow {
  const changes = mappingColumns.flatMap((column) => {
    const after = values[column];
    const before = known.values[column];
    if (after === undefined || isSame(column, before, after)) return [];
    return after === '' && known.inherited.includes(column) ? [] : [{ column, before, after }];
  });
  // What could not be read when it came in cannot be read now: it is nobody's mistake in this sheet.
  const errors = readErrors.filter(({ column, text }) => column === null || text !== known.values[column]);
  if (known.isRemoved) errors.push({ column: null, problem: 'gone', text: known.values.activity });
  for (const { column, after } of changes) {
    if (column === 'partner' || column === 'activity') {
      errors.push({ column, problem: 'fixed', text: column === 'activity' ? after : '' });
    } else if (after === '' && (column === 'kind' || column === 'amount')) {
      errors.push({ column, problem: 'missing', text: '' });
    } else if (isSeveral(column, after)) {
      errors.push({ column, problem: 'several', text: after });
    }
  }
  const wasSetSince = known.setAt > read.madeAt && known.setBy !== actorId;
  if (changes.length > 0 && wasSetSince) errors.push({ column: null, problem: 'stale', text: '' });
  const after = { ...known.values };
  for (const change of changes) after[change.column] = change.after;
  const what = { row, factId, activityId: known.activityId, values: after, changes };
  if (!state.mayEdit(known.partnerId)) return { ...what, state: 'refused', errors: [] };
  if (errors.length > 0) return { ...what, state: 'error', errors };
  return { ...what, state: changes.length > 0 ? 'changed' : 'unchanged', errors: [] };
}

function compareNew(
  { row, factId, isNew, values: given, errors: readErrors }: ReadRow,
  state: KnownState,
): ComparedRow {
  const values = Object.fromEntries(
    mappingColumns.map((column) => [column, given[column] ?? '']),
  ) as RowValues;
  const errors = [...readErrors];
  const unread = new Set(readErrors.map(({ column }) => column));
  const isUnmarked = readErrors.some(({ problem }) => problem === 'mark_unknown');
  if (factId !== null && !isUnmarked && (!isNew || state.isForeign(factId)))
    errors.push({ column: null, problem: 'gone', text: values.activity });
  for (const column of required) {
    if (values[column] === '' && !unread.has(column)) errors.push({ column, problem: 'missing', text: '' });
  }
  const hasDate = values.valueDate !== '' || values.periodStart !== '';
  if (!hasDate && !unread.has('valueDate') && !unread.has('periodStart')) {
    errors.push({ column: 'valueDate', problem: 'missing', text: '' });
  }
  for (const column of mappingColumns) {
    if (isSeveral(column, values[column])) {
      errors.push({ column, problem: 'several', text: values[column] });
    }
  }
  const found = values.partner === '' ? [] : state.activitiesOf(values.partner, values.activity);
  if (found.length > 1) {
    errors.push({ column: 'activity', problem: 'activity_ambiguous', text: values.activity });
  }
  const changes = mappingColumns
    .filter((column) => values[column] !== '')
    .map((column) => ({ column, before: '', after: values[column] }));
  const what = { row, factId, activityId: found[0] ?? null, values, changes };
  if (values.partner !== '' && !state.mayEdit(values.partner))
    return { ...what, state: 'refused', errors: [] };
  return { ...what, state: errors.length > 0 ? 'error' : 'new', errors };
}

/** A spreadsheet writes 0.10 as 0.1, which is the same amount. */
function isSame(column: MappingColumn, before: string, after: string): boolean {
  if (before === after || column !== 'amount' || before === '' || after === '') return before === after;
  try {
    return new Big(before).eq(after);
  } catch {
    return false; // One of them is text that is no amount.
  }
}

function isSeveral(column: MappingColumn, value: string): boolean {
  return isChoiceColumn(column) && value.includes(between);
}
