/** What a row of the workbook says beside its mark: one fact with what its activity adds to it. */
export const mappingColumns = [
  'partner',
  'activity',
  'theme',
  'country',
  'instrument',
  'kind',
  'amount',
  'currency',
  'valueDate',
  'periodStart',
  'periodEnd',
  'isOnPlan',
  'isOnBudget',
  'isOnTreasury',
  'note',
] as const;
export type MappingColumn = (typeof mappingColumns)[number];

/** Codes, ids, exact decimals and ISO dates, in no language; '' where nothing is said. */
export type RowValues = Record<MappingColumn, string>;

export const choiceColumns = [
  'partner',
  'theme',
  'country',
  'instrument',
  'kind',
  'currency',
  'isOnPlan',
  'isOnBudget',
  'isOnTreasury',
] as const satisfies MappingColumn[];
export type ChoiceColumn = (typeof choiceColumns)[number];

export function isChoiceColumn(column: MappingColumn): column is ChoiceColumn {
  return choiceColumns.includes(column as ChoiceColumn);
}

export const mappingLimits = {
  /** Facts in one workbook; with more, a person takes one partner at a time. */
  facts: 4_000,
  /** Rows prepared for new facts. */
  blankRows: 200,
  title: 300,
  note: 2_000,
} as const;
