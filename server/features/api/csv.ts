import { z } from 'zod/v4';
import { disarmFormula } from '#domain/lists/formula-text';

interface CsvColumn {
  header: string;
  read: (row: Record<string, unknown>) => unknown;
}

/** The columns of a list as CSV: fields in their order, and what a field holds as `field.part`. */
export function csvColumns(row: z.ZodObject, prefix: readonly string[] = []): CsvColumn[] {
  return Object.entries(row.shape).flatMap(([name, schema]) => {
    const path = [...prefix, name];
    const inner = withoutNull(schema as z.ZodType);
    if (inner instanceof z.ZodObject) return csvColumns(inner, path);
    return { header: path.join('.'), read: (value: Record<string, unknown>) => reach(value, path) };
  });
}

/** One line, ended. No text in it is a formula to a spreadsheet; what holds several values is JSON. */
export function csvLine(values: readonly unknown[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const safe = typeof value === 'string' ? disarmFormula(text) : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function reach(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name] ?? null, value);
}

function withoutNull(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodNullable ? withoutNull(schema.unwrap() as z.ZodType) : schema;
}
