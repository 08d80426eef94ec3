import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '#db/db';
import type { CurrencySum } from '#domain/commitments/money-sums';
import { addAmounts } from '#domain/money';

interface SumRow {
  currency: string;
  amount: string | null;
  usd: string | null;
  local: string | null;
  parts: number | string;
  withoutUsd: number | string;
  withoutLocal: number | string;
}

/** Exact sums over rows of totals, for a query that is grouped by currency. */
export function sumsOfTotals(db: Db) {
  const { commitmentTotals: t } = db.tables;
  const whole = (column: SQLiteColumn) => sql<number>`coalesce(sum(${column}), 0)`;
  return {
    currency: t.currency,
    ...decimals(db, t),
    parts: whole(t.parts),
    withoutUsd: whole(t.withoutUsd),
    withoutLocal: whole(t.withoutLocal),
  };
}

/** The same over the parts themselves. */
export function sumsOfParts(db: Db) {
  const { factParts: t } = db.tables;
  const missing = (column: SQLiteColumn): SQL<number> => sql`count(*) - count(${column})`;
  return {
    currency: t.currency,
    ...decimals(db, t),
    parts: sql<number>`count(*)`,
    withoutUsd: missing(t.usd),
    withoutLocal: missing(t.local),
  };
}

function decimals(db: Db, t: { amount: SQLiteColumn; usd: SQLiteColumn; local: SQLiteColumn }) {
  return { amount: db.exactSum(t.amount), usd: db.exactSum(t.usd), local: db.exactSum(t.local) };
}

/** A sum as both databases give it: exact and without zeros that say nothing; counts are numbers. */
export function sumOf(row: SumRow): CurrencySum {
  return {
    currency: row.currency,
    amount: addAmounts(row.amount ?? '0'),
    usd: addAmounts(row.usd ?? '0'),
    local: addAmounts(row.local ?? '0'),
    parts: Number(row.parts),
    withoutUsd: Number(row.withoutUsd),
    withoutLocal: Number(row.withoutLocal),
  };
}

/** Rows that differ by currency only, as one with its sums. */
export function gathered<Row extends SumRow, Key extends object>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (Key & { sums: CurrencySum[] })[] {
  const byKey = new Map<string, Key & { sums: CurrencySum[] }>();
  for (const row of rows) {
    const key = keyOf(row);
    const id = JSON.stringify(key);
    const known = byKey.get(id) ?? { ...key, sums: [] };
    known.sums.push(sumOf(row));
    byKey.set(id, known);
  }
  return [...byKey.values()];
}
