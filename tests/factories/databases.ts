import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Db } from '#db/db';
import { openPostgres } from '#db/open-postgres';
import { openSqlite } from '#db/open-sqlite';

export const dialects = ['sqlite', 'postgres'] as const;
export type Dialect = (typeof dialects)[number];

const migrationsDir = join(process.cwd(), 'db/migrations');

/** A fresh, migrated database that vanishes when `close` is called. PostgreSQL's is copied from a template. */
export async function openTestDb(dialect: Dialect): Promise<Db> {
  return dialect === 'sqlite' ? openFreshSqlite() : openFreshPostgres();
}

async function openFreshSqlite(): Promise<Db> {
  const dir = mkdtempSync(join(tmpdir(), 'concord-test-'));
  const file = join(dir, 'concord.sqlite');
  const template = inject('sqliteTemplate');
  if (existsSync(template)) {
    mkdirSync(dir, { recursive: true });
    copyFileSync(template, file);
  }
  const db = openSqlite({ file, migrationsDir });
  return {
    ...db,
    close: async () => {
      await db.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function openFreshPostgres(): Promise<Db> {
  const name = `concord_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE concord_template`);
  const db = await openPostgres({
    url: inject('postgresUrl').replace(/\/[^/]*$/, `/${name}`),
    migrationsDir,
  });
  return {
    ...db,
    close: async () => {
      await db.close();
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
