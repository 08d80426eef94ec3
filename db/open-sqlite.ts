import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { getTableColumns, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { sumsOnConflict } from './adding';
import type { AddedColumns, Db, Inserter, Tx } from './db';
import { mapDbError } from './errors';
import { addExactSums } from './exact-sums';
import { sqliteKit } from './kit/sqlite';
import { makeMutex } from './mutex';
import { buildTables } from './tables';

const tables = buildTables(sqliteKit);

/**
 * Opens (or makes) the file and applies the migrations. One write connection behind a mutex, one for reading, so
 * that a query never sees a transaction in progress.
 */
export function openSqlite({ file, migrationsDir }: { file: string; migrationsDir: string }): Db {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Database(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  writer.pragma('busy_timeout = 5000');
  addExactSums(writer);
  const writeDb = drizzle(writer, { casing: 'snake_case' });
  migrate(writeDb, { migrationsFolder: `${migrationsDir}/sqlite` });
  prepareOnce(writer);

  const reader = new Database(file, { readonly: true });
  reader.pragma('busy_timeout = 5000');
  addExactSums(reader);
  prepareOnce(reader);
  const exclusively = makeMutex();
  const inTransaction = transactionsOn(writer);

  return {
    dialect: 'sqlite',
    tables,
    read: drizzle(reader, { casing: 'snake_case' }),
    transaction: (work) => exclusively(() => inTransaction(() => work(writeDb as unknown as Tx))),
    inserter: (table) => preparedInserter(writer, writeDb, table),
    adder: (table, columns) => preparedInserter(writer, writeDb, table, columns),
    // A sum of nothing is null, as PostgreSQL has it.
    exactSum: (column) => sql`case when count(${column}) > 0 then decimal_sum(${column}) end`,
    close: async () => {
      await exclusively(async () => {
        reader.close();
        writer.close();
      });
    },
  };
}

const keptStatements = 500;
/** Characters of one that is kept: those that insert many rows at once are large, and each is another. */
const keptLength = 4_000;

/**
 * Keeps the statements of a connection, so that a query asked again is not parsed again, and its memory, which the
 * collector of garbage does not see, is not taken again. The oldest go first.
 */
function prepareOnce(connection: Database.Database): void {
  const kept = new Map<string, Database.Statement>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((source: string) => {
    const known = kept.get(source);
    if (known) return known.reader ? known.raw(false) : known;
    const statement = prepare(source);
    if (source.length > keptLength) return statement;
    kept.set(source, statement);
    const oldest = kept.keys().next().value;
    if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest);
    return statement;
  }) as typeof connection.prepare;
}

function transactionsOn(writer: Database.Database): <T>(work: () => Promise<T>) => Promise<T> {
  const begin = writer.prepare('BEGIN IMMEDIATE');
  const commit = writer.prepare('COMMIT');
  return async (work) => {
    try {
      begin.run();
      const result = await work();
      commit.run();
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw mapDbError(error);
    }
  };
}

/**
 * One statement a row: here that is faster than one for all, and there is only one connection that writes. The
 * statement is Drizzle's, its values go past Drizzle, which would look each of them up again for every row.
 */
function preparedInserter<Table extends SQLiteTable>(
  writer: Database.Database,
  writeDb: BetterSQLite3Database,
  table: Table,
  adding?: AddedColumns,
): Inserter<Table> {
  const columns = Object.entries(getTableColumns(table));
  const placeholders = Object.fromEntries(columns.map(([key]) => [key, sql.placeholder(key)]));
  const insert = writeDb.insert(table as SQLiteTable).values(placeholders);
  const set = adding && sumsOnConflict(table, adding, (known, given) => sql`decimal_add(${known}, ${given})`);
  const query = (set ? insert.onConflictDoUpdate({ target: adding.key, set }) : insert).toSQL();
  const statement = writer.prepare(query.sql);
  return async (_tx, rows) => {
    for (const row of rows) {
      const values = row as Record<string, unknown>;
      statement.run(
        columns.map(([key, column]) => {
          const value = values[key];
          return value === null ? null : column.mapToDriverValue(value);
        }),
      );
    }
  };
}
