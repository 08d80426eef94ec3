import Database from 'better-sqlite3';
import { type SQL, sql } from 'drizzle-orm';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Db, Reader } from '../db';
import { lastMigrationQuery, listMigrations } from './migrations';
import { type BackupTable, backupTables } from './tables';

export interface Place {
  databaseUrl: string | null;
  dataDir: string;
  migrationsDir: string;
}

/** One point in time of a database, whatever is written to it meanwhile. */
export interface BackupSource {
  tables: BackupTable[];
  /** The last migration that it has. */
  migration: string;
  rowsOf(table: BackupTable): AsyncGenerator<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** Opens the database to be read as it is now. Nobody waits for the reader. Throws when its schema is another. */
export async function openSource({ databaseUrl, dataDir, migrationsDir }: Place): Promise<BackupSource> {
  if (databaseUrl) {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ at: string }>(lastMigrationQuery('postgres'));
    const read = drizzlePostgres(client, { casing: 'snake_case' }) as unknown as Reader;
    return makeSource({
      dialect: 'postgres',
      read,
      at: rows[0]?.at,
      migrationsDir,
      close: () => client.end(),
    });
  }
  const file = new Database(`${dataDir}/concord.sqlite`, { readonly: true, fileMustExist: true });
  file.exec('BEGIN');
  const { at } = file.prepare(lastMigrationQuery('sqlite')).get() as { at: number };
  const read = drizzleSqlite(file, { casing: 'snake_case' });
  return makeSource({ dialect: 'sqlite', read, at, migrationsDir, close: async () => void file.close() });
}

/** Throws when the database has another schema than this Concord. */
export async function assertSameVersion(place: Place): Promise<void> {
  await (await openSource(place)).close();
}

async function makeSource({
  dialect,
  read,
  at,
  migrationsDir,
  close,
}: {
  dialect: Db['dialect'];
  read: Reader;
  at: number | string | undefined;
  migrationsDir: string;
  close: () => Promise<void>;
}): Promise<BackupSource> {
  const migrations = listMigrations(migrationsDir, dialect);
  const last = migrations.at(-1);
  if (!last || last.folderMillis !== Number(at)) {
    await close();
    throw new Error(
      'The database is of another version than this Concord: start the server once, or go back.',
    );
  }
  return {
    tables: backupTables(dialect),
    migration: last.tag,
    rowsOf: (table) => readInPages(read, table),
    close,
  };
}

const pageBytes = 4 * 1024 * 1024;
const rowsAtMost = 1_000;

/** As many rows at a time as keep memory in bounds, in the order of the primary key. */
async function* readInPages(
  read: Reader,
  { table, primaryKey }: BackupTable,
): AsyncGenerator<Record<string, unknown>[]> {
  let after: unknown[] | null = null;
  let limit = 8;
  for (;;) {
    const rows: Record<string, unknown>[] = await read
      .select()
      .from(table as never)
      .where(after ? isAfter(primaryKey, after) : undefined)
      .orderBy(...primaryKey.map(({ column }) => sql`${column}`))
      .limit(limit);
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
    const last = rows.at(-1) ?? {};
    after = primaryKey.map(({ key }) => last[key]);
    const size = rows.reduce((sum, row) => sum + sizeOf(row), 0) / rows.length;
    limit = Math.max(1, Math.min(rowsAtMost, limit * 2, Math.floor(pageBytes / size)));
  }
}

function isAfter(primaryKey: BackupTable['primaryKey'], values: unknown[]): SQL {
  const columns = sql.join(
    primaryKey.map(({ column }) => sql`${column}`),
    sql`, `,
  );
  const place = sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
  return sql`(${columns}) > (${place})`;
}

function sizeOf(row: Record<string, unknown>): number {
  return Object.values(row).reduce<number>(
    (sum, value) => sum + (value instanceof Uint8Array ? value.length : String(value ?? '').length + 8),
    1,
  );
}
