import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { AddedColumns } from './db';

/** What an insert sets where the row is there already: each column of `add` plus what was to be inserted. */
export function sumsOnConflict(
  table: SQLiteTable,
  { add }: AddedColumns,
  addDecimals: (known: SQL, given: SQL) => SQL,
): Record<string, SQL> {
  const added = Object.entries(getTableColumns(table)).filter(([, column]) => add.includes(column));
  return Object.fromEntries(
    added.map(([key, column]) => {
      const given = sql`excluded.${sql.identifier(toSnakeCase(key))}`;
      const isInteger = column.dataType === 'number';
      return [key, isInteger ? sql`${column} + ${given}` : addDecimals(sql`${column}`, given)];
    }),
  );
}
