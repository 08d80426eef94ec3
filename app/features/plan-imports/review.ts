import type { DraftAction, UnresolvedInstitution } from '#domain/plans/matrix';
import {
  type MatrixMapping,
  type MatrixProblem,
  type ProblemCode,
  type ProblemGrade,
  problemCodes,
} from '#domain/plans/matrix';
import type { ImportPreview } from '#server/features/plan-imports';

export const problemsPerPage = 50;
const shownActions = 10;
const shownNames = 200;

export interface ProblemGroup {
  code: ProblemCode;
  grade: ProblemGrade;
  count: number;
}

export interface ShownAction
  extends Pick<DraftAction, 'title' | 'lead' | 'supporters' | 'start' | 'end' | 'costs'> {
  row: number;
  objective: string;
}

/** What the review page shows: a part of the reading, small enough for a slow line. */
export interface Review {
  importId: string;
  sourceName: string;
  isApplied: boolean;
  counts: { actions: number; objectives: number; matching: number } & Record<ProblemGrade, number>;
  skipped: ImportPreview['reading']['skipped'];
  sheets: { name: string; rows: number }[];
  /** The first rows of the sheet in a line each, for choosing the header. */
  firstRows: string[];
  mapping: Omit<MatrixMapping, 'institutions'>;
  /** Some values of each column. */
  samples: string[][];
  /** The columns of numbers that count in no total. */
  uncounted: number[];
  names: (Omit<UnresolvedInstitution, 'rows'> & { count: number; firstRow: number })[];
  groups: ProblemGroup[];
  chosen: { grade: ProblemGrade | null; code: ProblemCode | null };
  problems: { items: MatrixProblem[]; page: number; total: number };
  actions: ShownAction[];
}

export function makeReview(preview: ImportPreview, params: URLSearchParams): Review {
  const { stored, reading, matching } = preview;
  const { source, mapping } = stored;
  const sheet = source.sheets[mapping.sheet];
  const { institutions: _chosen, ...shownMapping } = mapping;
  return {
    importId: stored.id,
    sourceName: stored.sourceName,
    isApplied: stored.appliedAt !== null,
    counts: {
      actions: reading.actions.length,
      objectives: reading.objectives.length,
      matching,
      ...countGrades(reading.problems),
    },
    skipped: reading.skipped,
    sheets: source.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    firstRows: (sheet?.rows ?? []).slice(0, 20).map((row) =>
      row
        .filter((cell) => cell !== '')
        .join(' | ')
        .slice(0, 90),
    ),
    mapping: shownMapping,
    samples: mapping.columns.map(({ column }) => samplesOf(rowsOfActions(preview), column)),
    uncounted: reading.problems.flatMap(({ code, column }) =>
      code === 'numbers_not_counted' && column !== null ? [column] : [],
    ),
    names: reading.unresolved.slice(0, shownNames).map(({ rows, ...name }) => ({
      ...name,
      count: rows.length,
      firstRow: rows[0] ?? 0,
    })),
    ...chooseProblems(reading.problems, params),
    actions: reading.actions.slice(0, shownActions).map((action) => shownAction(action, reading.objectives)),
  };
}

function countGrades(problems: readonly MatrixProblem[]): Record<ProblemGrade, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { grade } of problems) counts[grade]++;
  return counts;
}

/** Headings and totals would be poor examples; without any action there are only the rows below the header. */
function rowsOfActions({ stored: { source, mapping }, reading }: ImportPreview): (string | number)[][] {
  const rows = source.sheets[mapping.sheet]?.rows ?? [];
  const numbers = reading.actions.flatMap((action) => action.rows);
  if (numbers.length === 0) return rows.slice(mapping.headerRow + mapping.headerRows);
  return numbers.map((number) => rows[number - 1] ?? []);
}

function samplesOf(rows: readonly (readonly (string | number)[])[], column: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const text = String(row[column] ?? '').trim();
    if (text) samples.add(text.length > 60 ? `${text.slice(0, 60)}…` : text);
    if (samples.size === 3) break;
  }
  return [...samples];
}

function chooseProblems(problems: readonly MatrixProblem[], params: URLSearchParams) {
  const grades: readonly string[] = Object.values(problemCodes);
  const grade = grades.includes(params.get('grade') ?? '') ? (params.get('grade') as ProblemGrade) : null;
  const code = (params.get('code') ?? '') in problemCodes ? (params.get('code') as ProblemCode) : null;
  const byWeight = [...problems].sort((a, b) => weight[a.grade] - weight[b.grade] || a.row - b.row);
  const wanted = byWeight.filter((one) => (!grade || one.grade === grade) && (!code || one.code === code));
  const pages = Math.max(1, Math.ceil(wanted.length / problemsPerPage));
  const page = Math.min(pages, Math.max(1, Number(params.get('page')) || 1));
  const items = wanted.slice((page - 1) * problemsPerPage, page * problemsPerPage);
  return {
    groups: groupsOf(problems),
    chosen: { grade, code },
    problems: { items, page, total: wanted.length },
  };
}

const weight: Record<ProblemGrade, number> = { error: 0, warning: 1, note: 2 };

function groupsOf(problems: readonly MatrixProblem[]): ProblemGroup[] {
  const groups = new Map<ProblemCode, ProblemGroup>();
  for (const { code, grade } of problems) {
    const group = groups.get(code) ?? { code, grade, count: 0 };
    group.count++;
    groups.set(code, group);
  }
  return [...groups.values()].sort((a, b) => weight[a.grade] - weight[b.grade] || b.count - a.count);
}

function shownAction(action: DraftAction, objectives: ImportPreview['reading']['objectives']): ShownAction {
  const { title, lead, supporters, start, end, costs, rows } = action;
  const objective = objectives.find(({ key }) => key === action.objectiveKey)?.title ?? '';
  return { title, lead, supporters, start, end, costs, row: rows[0] ?? 0, objective };
}
