import { z } from 'zod';

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

export const columnMappingSchema = z.object({
  column: z.number().int().min(0).max(99),
  header: z.string().max(300),
  field: z.enum(matrixFields),
  /** Year of a cost column, or period of a column to be marked: "2026", "T1 2026". */
  period: z.string().max(20),
  unit: z.enum(units),
  /** ISO 4217; empty: the currency of the row, else of the whole matrix. */
  currency: z.string().max(3),
  /** How sure the guess was; a person's own choice is 'chosen'. */
  confidence: z.enum(['sure', 'likely', 'none', 'chosen']),
});

export const matrixMappingSchema = z.object({
  sheet: z.number().int().min(0),
  /** First row of the header, from 0, and how many rows it has; 0 rows: no header. */
  headerRow: z.number().int().min(0),
  headerRows: z.number().int().min(0).max(4),
  columns: z.array(columnMappingSchema).max(100),
  currency: z.string().max(3),
  decimal: z.enum([',', '.']),
  dayFirst: z.boolean(),
  /** What a person chose for a name, once for all rows: an institution's id, or '' to keep the text. */
  institutions: z.record(z.string(), z.string()),
  mode: z.enum(['add', 'update']),
});

export type ColumnMapping = z.infer<typeof columnMappingSchema>;
export type MatrixMapping = z.infer<typeof matrixMappingSchema>;
export type Confidence = ColumnMapping['confidence'];
