import { asc, desc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

export type KeyValue = string | number;

/** Which rows of a list are wanted: those after a key, in the order of their keys; or the one with an id. */
export interface Slice {
  id: string | null;
  after: KeyValue[] | null;
  isDescending: boolean;
  limit: number;
}

/**
 * The part of a query that cuts a slice out of a list by its key columns, which are unique together. Rows that are
 * added meanwhile move nothing: a slice begins after a key, not after a count.
 */
export function cut(
  keys: readonly [SQLiteColumn, ...SQLiteColumn[]],
  { id, after, isDescending }: Slice,
): { where: SQL | undefined; order: SQL[] } {
  const [first] = keys;
  return {
    order: keys.map(isDescending ? desc : asc),
    where: id !== null ? eq(first, id) : after ? beyond(keys, after, isDescending) : undefined,
  };
}

function beyond(keys: readonly SQLiteColumn[], after: readonly KeyValue[], isDescending: boolean): SQL {
  const [first] = keys;
  if (first && keys.length === 1) return (isDescending ? lt : gt)(first, after[0]);
  const columns = sql.join([...keys], sql`, `);
  const values = sql.join(
    keys.map((key, place) => sql.param(after[place], key)),
    sql`, `,
  );
  return isDescending ? sql`(${columns}) < (${values})` : sql`(${columns}) > (${values})`;
}

/** Narrows to some values of a column; a filter that was not given narrows nothing. */
export function among<Column extends SQLiteColumn>(
  column: Column,
  wanted: readonly unknown[] | undefined,
): SQL | undefined {
  return wanted && inArray(column, wanted as Column['_']['data'][]);
}
