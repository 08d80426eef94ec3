import { z } from 'zod';
import { confidences, type MatrixMapping, matrixFields, units } from './mapping';
import { tableLimits } from './table';

const currency = z.string().max(3);

const columnMappingSchema = z.object({
  column: z
    .number()
    .int()
    .min(0)
    .max(tableLimits.columns - 1),
  header: z.string().max(300),
  field: z.enum(matrixFields),
  period: z.string().max(20),
  unit: z.enum(units),
  currency,
  confidence: z.enum(confidences),
});

/** A mapping as it is stored; apart from its type, so that pages need not load the validator. */
export const matrixMappingSchema = z.object({
  sheet: z.number().int().min(0),
  headerRow: z.number().int().min(0),
  headerRows: z.number().int().min(0).max(4),
  columns: z.array(columnMappingSchema).max(tableLimits.columns),
  currency,
  decimal: z.enum([',', '.']),
  dayFirst: z.boolean(),
  institutions: z.record(z.string(), z.string()),
  mode: z.enum(['add', 'update']),
}) satisfies z.ZodType<MatrixMapping>;
