import type { SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Tables } from './tables';

/** What a query may do. The types are SQLite's; PostgreSQL answers the same calls with the same values. */
export type Reader = Pick<BetterSQLite3Database, 'select' | 'selectDistinct' | 'with' | '$with' | '$count'>;
export type Tx = Reader & Pick<BetterSQLite3Database, 'insert' | 'update' | 'delete'>;

/**
 * The database. Reads see committed state only. A transaction is serialisable on both dialects: await nothing but
 * database calls inside it, since SQLite has one writer and PostgreSQL may run the callback again after a conflict.
 */
export interface Db {
  readonly dialect: 'sqlite' | 'postgres';
  readonly tables: Tables;
  readonly read: Reader;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Prepares inserting into one table, for where it happens hundreds of times a second. Rows name every column. */
  inserter<Table extends SQLiteTable>(table: Table): Inserter<Table>;
  /**
   * Prepares adding to rows of one table: where a row of the same key is there, the columns of `add` are added to it,
   * decimals exactly. No key twice in one call.
   */
  adder<Table extends SQLiteTable>(table: Table, columns: AddedColumns): Inserter<Table>;
  /** The exact sum of a decimal column, as text; null over no rows or over nulls alone. */
  exactSum(column: SQLiteColumn): SQL<string | null>;
  close(): Promise<void>;
}

export type Inserter<Table extends SQLiteTable> = (
  tx: Tx,
  rows: Required<Table['$inferInsert']>[],
) => Promise<void>;

export interface AddedColumns {
  /** The columns of the primary key. */
  key: [SQLiteColumn, ...SQLiteColumn[]];
  add: SQLiteColumn[];
}
