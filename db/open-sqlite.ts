import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Db, Tx } from './db';
import { mapDbError } from './errors';
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
  const writeDb = drizzle(writer, { casing: 'snake_case' });
  migrate(writeDb, { migrationsFolder: `${migrationsDir}/sqlite` });

  const reader = new Database(file, { readonly: true });
  reader.pragma('busy_timeout = 5000');
  prepareOnce(reader);
  const exclusively = makeMutex();

  return {
    dialect: 'sqlite',
    tables,
    read: drizzle(reader, { casing: 'snake_case' }),
    transaction: (work) => exclusively(() => inTransaction(writer, () => work(writeDb as unknown as Tx))),
    close: async () => {
      await exclusively(async () => {
        reader.close();
        writer.close();
      });
    },
  };
}

const keptStatements = 500;

/** Keeps the statements of a connection, so that a query asked again is not parsed again. The oldest go first. */
function prepareOnce(connection: Database.Database): void {
  const kept = new Map<string, Database.Statement>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((source: string) => {
    const known = kept.get(source);
    if (known) return known.reader ? known.raw(false) : known;
    const statement = prepare(source);
    kept.set(source, statement);
    const oldest = kept.keys().next().value;
    if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest);
    return statement;
  }) as typeof connection.prepare;
}

async function inTransaction<T>(writer: Database.Database, work: () => Promise<T>): Promise<T> {
  try {
    writer.exec('BEGIN IMMEDIATE');
    const result = await work();
    writer.exec('COMMIT');
    return result;
  } catch (error) {
    if (writer.inTransaction) writer.exec('ROLLBACK');
    throw mapDbError(error);
  }
}
