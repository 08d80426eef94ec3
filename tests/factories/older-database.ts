import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { inject } from 'vitest';
import type { Db } from '#db/db';
import { openPostgres } from '#db/open-postgres';
import { openSqlite } from '#db/open-sqlite';
import type { Dialect } from './databases';

export interface OlderDatabase {
  /** Runs one statement as the database of then would have; bytes and text only, `?` for each. */
  run(statement: string, values: (string | number | Uint8Array)[]): Promise<void>;
  /** Opens it with the migrations of today. */
  upgrade(): Promise<Db>;
  close(): Promise<void>;
}

/** A database as an earlier version left it: only the migrations up to and including `last` have run. */
export async function openOlderDatabase(dialect: Dialect, last: string): Promise<OlderDatabase> {
  const dir = mkdtempSync(join(tmpdir(), 'concord-older-'));
  cpSync('db/migrations', join(dir, 'migrations'), { recursive: true });
  const journal = join(dir, 'migrations', dialect, 'meta/_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { tag: string }[] };
  const upto = entries.findIndex(({ tag }) => tag === last) + 1;
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, upto) }));
  const open = dialect === 'sqlite' ? openOlderSqlite : openOlderPostgres;
  return open(dir, () => rmSync(dir, { recursive: true, force: true }));
}

async function openOlderSqlite(dir: string, onClosed: () => void): Promise<OlderDatabase> {
  const file = join(dir, 'concord.sqlite');
  await openSqlite({ file, migrationsDir: join(dir, 'migrations') }).close();
  let db: Db | null = null;
  return {
    run: async (statement, values) => {
      const connection = new Database(file);
      connection.prepare(statement).run(...values);
      connection.close();
    },
    upgrade: async () => {
      db = openSqlite({ file, migrationsDir: 'db/migrations' });
      return db;
    },
    close: async () => {
      await db?.close();
      onClosed();
    },
  };
}

async function openOlderPostgres(dir: string, onClosed: () => void): Promise<OlderDatabase> {
  const name = `concord_${randomUUID().replaceAll('-', '')}`;
  const server = new pg.Client({ connectionString: inject('postgresUrl') });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  const url = inject('postgresUrl').replace(/\/[^/]*$/, `/${name}`);
  await (await openPostgres({ url, migrationsDir: join(dir, 'migrations') })).close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let db: Db | null = null;
  return {
    run: async (statement, values) => {
      let n = 0;
      await client.query(
        statement.replace(/\?/g, () => `$${++n}`),
        values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)),
      );
    },
    upgrade: async () => {
      db = await openPostgres({ url, migrationsDir: 'db/migrations' });
      return db;
    },
    close: async () => {
      await db?.close();
      await client.end();
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.end();
      onClosed();
    },
  };
}
