/** error: the row cannot be imported as it is; warning: imported, but look at it; note: what was understood how. */
export type ProblemGrade = 'error' | 'warning' | 'note';

export const problemCodes = {
  /** The row has values but no action's title and no action above that it could continue. */
  title_missing: 'error',
  amount_not_understood: 'warning',
  amount_negative: 'warning',
  currency_not_understood: 'warning',
  period_not_understood: 'warning',
  period_reversed: 'warning',
  quarter_mark_not_understood: 'warning',
  institution_unresolved: 'warning',
  institution_ambiguous: 'warning',
  block_not_understood: 'warning',
  theme_not_understood: 'warning',
  cost_without_year: 'warning',
  cost_over_years: 'warning',
  numbers_not_counted: 'warning',
  total_differs: 'warning',
  row_total_differs: 'warning',
  /** One amount of the file stands for several lines of the plan, whose sum differs. */
  several_lines: 'warning',
  /** Counted, though its amounts are the sum of those above or its words those of a total. */
  looks_like_total: 'warning',
  formula_error: 'warning',
  duplicate_number: 'warning',
  duplicate_title: 'warning',
  row_continues: 'note',
  footnote: 'note',
  header_repeated: 'note',
  cost_merged: 'note',
  funding_shared: 'note',
  quarter_gap: 'note',
  total_skipped: 'note',
  total_agrees: 'note',
} as const satisfies Record<string, ProblemGrade>;

export type ProblemCode = keyof typeof problemCodes;

/** What becomes of the value. */
export type Kept =
  | 'as_typed'
  | 'as_text'
  | 'in_description'
  | 'as_extra'
  | 'once'
  | 'skipped'
  | 'joined'
  | 'adjusted'
  | 'counted'
  | 'without_year'
  | 'unchanged'
  | 'whole';

export interface MatrixProblem {
  grade: ProblemGrade;
  code: ProblemCode;
  /** As the spreadsheet numbers its rows, from 1. */
  row: number;
  /** From 0; null where the whole row is meant. */
  column: number | null;
  value: string;
  kept: Kept;
  details: Record<string, string>;
}

export function problem(
  code: ProblemCode,
  at: { row: number; column?: number | null; value?: string; kept: Kept; details?: Record<string, string> },
): MatrixProblem {
  return {
    grade: problemCodes[code],
    code,
    row: at.row,
    column: at.column ?? null,
    value: at.value ?? '',
    kept: at.kept,
    details: at.details ?? {},
  };
}
