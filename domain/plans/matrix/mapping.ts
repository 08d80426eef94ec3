/** What a column of the matrix can become. `extra` keeps it under its own header, `ignore` leaves it out. */
export const matrixFields = [
  'id',
  'number',
  'title',
  'description',
  'lead',
  'supporters',
  'orientation',
  'axis',
  'objective',
  'block',
  'themes',
  'period',
  'start',
  'end',
  'timeMark',
  'cost',
  'costTotal',
  'currency',
  'fundingSource',
  'fundingSecured',
  'fundingGap',
  'fundingYear',
  'certainty',
  'indicator',
  'baseline',
  'target',
  'indicatorYear',
  'verification',
  'extra',
  'ignore',
] as const;
export type MatrixField = (typeof matrixFields)[number];

export const moneyFields = ['cost', 'costTotal', 'fundingSecured', 'fundingGap'] as const;
export const units = ['1', '1000', '1000000', '1000000000'] as const;
export type Unit = (typeof units)[number];

export function isMoneyField(field: MatrixField): boolean {
  return (moneyFields as readonly string[]).includes(field);
}

/** Fields that one column at most may hold. */
export const singleFields: readonly MatrixField[] = [
  'id',
  'number',
  'title',
  'start',
  'end',
  'period',
  'costTotal',
];

export const confidences = ['sure', 'likely', 'none', 'chosen'] as const;
/** How sure a guess is; a person's own choice is 'chosen'. */
export type Confidence = (typeof confidences)[number];

export interface ColumnMapping {
  column: number;
  header: string;
  field: MatrixField;
  /** Year of a cost column, or period of a column to be marked: "2026", "2026-T1". */
  period: string;
  unit: Unit;
  /** ISO 4217; empty: the currency of the row, else of the whole matrix. */
  currency: string;
  confidence: Confidence;
}

export interface MatrixMapping {
  sheet: number;
  /** First row of the header, from 0, and how many rows it has; 0 rows: no header. */
  headerRow: number;
  headerRows: number;
  columns: ColumnMapping[];
  currency: string;
  decimal: ',' | '.';
  dayFirst: boolean;
  /** What a person chose for a name, once for all rows: an institution's id, or '' to keep the text. */
  institutions: Record<string, string>;
  mode: 'add' | 'update';
}
