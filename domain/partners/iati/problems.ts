/**
 * Critical: nothing of the file is kept. Error: it breaks the standard's schema, or a fact cannot be used as it
 * stands. Warning: it can be used, and a person should know.
 */
export type Grade = 'critical' | 'error' | 'warning';

export const gradeOfCode = {
  empty_file: 'critical',
  malformed: 'critical',
  ampersand_bare: 'critical',
  truncated: 'critical',
  not_iati: 'critical',
  version_missing: 'critical',
  version_1: 'critical',
  version_unknown: 'critical',
  doctype_refused: 'critical',
  file_too_large: 'critical',
  too_deep: 'critical',
  token_too_large: 'critical',
  record_too_large: 'critical',
  encoding_unknown: 'critical',
  not_decodable: 'critical',
  schema_invalid: 'error',
  identifier_missing: 'error',
  identifier_duplicate: 'error',
  amount_missing: 'error',
  amount_invalid: 'error',
  currency_missing: 'error',
  date_missing: 'error',
  date_invalid: 'error',
  period_reversed: 'error',
  transaction_type_missing: 'error',
  percentage_invalid: 'error',
  currency_unknown: 'warning',
  transaction_type_unknown: 'warning',
  budget_type_unknown: 'warning',
  budget_status_unknown: 'warning',
  budget_over_a_year: 'warning',
  budget_repeated: 'warning',
  percentages_not_100: 'warning',
  reporting_org_missing: 'warning',
  title_missing: 'warning',
  country_missing: 'warning',
  sector_missing: 'warning',
  element_repeated: 'warning',
} as const satisfies Record<string, Grade>;

export type ProblemCode = keyof typeof gradeOfCode;

export interface Problem {
  code: ProblemCode;
  grade: Grade;
  line: number;
  /** Of critical problems only. */
  column?: number;
  path: string;
  details: Record<string, string | number>;
}

export type Report = (problem: Omit<Problem, 'grade'>) => void;

export interface ProblemList {
  listed: Problem[];
  /** Every problem is counted, whether listed or not. */
  counts: Partial<Record<ProblemCode, number>>;
}

/** Gathers problems in bounded memory: the first `limit` one by one and the critical one always; all are counted. */
export function makeProblemList(limit: number): ProblemList & { add(problem: Problem): void } {
  const listed: Problem[] = [];
  const counts: ProblemList['counts'] = {};
  return {
    listed,
    counts,
    add(problem) {
      counts[problem.code] = (counts[problem.code] ?? 0) + 1;
      if (listed.length < limit || problem.grade === 'critical') listed.push(detached(problem));
    },
  };
}

/** A copy that shares no text with the file: a slice of a chunk would keep the whole chunk in memory. */
export function detached<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
