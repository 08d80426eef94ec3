import type { Language } from '../languages';
import type { Theme } from '../themes';
import { type PasteField, pasteFieldOf, plain } from './paste-words';
import { readFactRow } from './read-fact-row';
import type { ActivityRecord, FactRecord, ShareRecord } from './types';

export interface RowProblem {
  /** Of the pasted text; the head is line 1. */
  line: number;
  field: PasteField;
  code: 'column_missing' | 'column_repeated' | 'missing' | 'unknown' | 'unread' | 'reversed';
  found: string;
}

export interface ReadRows {
  activities: ActivityRecord[];
  problems: RowProblem[];
  /** Heads that name no column of ours: their cells are not taken over. */
  unusedColumns: string[];
  factCount: number;
}

export interface RowContext {
  /** Decides whether 1,234 is a thousand. */
  language: Language;
  /** Themes by their names, as `plain` has them. */
  themeWords: ReadonlyMap<string, Theme>;
  /** Of amounts that name none. */
  currency: string | null;
}

const required = ['title', 'kind', 'amount'] as const;

/**
 * Reads rows of a spreadsheet, one fact a row under one line of heads; rows of the same identifier or title are one
 * activity. Everything that is wrong is found at once, each with its line.
 */
export function readRows(rows: readonly (readonly string[])[], context: RowContext): ReadRows {
  const heads = rows[0] ?? [];
  const columns = new Map<PasteField, number>();
  const problems: RowProblem[] = [];
  heads.forEach((head, index) => {
    const field = pasteFieldOf(head);
    if (!field) return;
    if (columns.has(field)) problems.push({ line: 1, field, code: 'column_repeated', found: head });
    else columns.set(field, index);
  });
  const missing = required.filter((field) => !columns.has(field));
  problems.push(...missing.map((field) => ({ line: 1, field, code: 'column_missing' as const, found: '' })));
  const unusedColumns = heads.filter((head) => head.trim() !== '' && pasteFieldOf(head) === null);
  if (missing.length > 0) return { activities: [], problems, unusedColumns, factCount: 0 };

  const activities = new Map<string, ActivityRecord>();
  let factCount = 0;
  rows.forEach((row, index) => {
    if (index === 0 || row.every((cell) => cell.trim() === '')) return;
    const cell = (field: PasteField) => row[columns.get(field) ?? -1]?.trim() ?? '';
    const read = readFactRow(cell, context, (problem) => problems.push({ line: index + 1, ...problem }));
    factCount += 1;
    const key = plain(cell('identifier') || cell('title'));
    const activity = activities.get(key) ?? newActivity(cell, read.shares);
    activity.facts.push({
      ...read.fact,
      shares: sameShares(read.shares, activity.shares) ? [] : read.shares,
    });
    activities.set(key, activity);
  });
  return { activities: [...activities.values()], problems, unusedColumns, factCount };
}

function newActivity(cell: (field: PasteField) => string, shares: ShareRecord[]): ActivityRecord {
  return {
    identifier: cell('identifier') || null,
    title: cell('title'),
    description: '',
    status: null,
    startsOn: null,
    endsOn: null,
    currency: null,
    instrument: null,
    isOnPlan: null,
    isOnBudget: null,
    isOnTreasury: null,
    shares,
    organisations: [],
    facts: [] as FactRecord[],
    details: {},
  };
}

function sameShares(a: ShareRecord[], b: ShareRecord[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
