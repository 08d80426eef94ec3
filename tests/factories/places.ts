import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Db } from '#db/db';
import { openDb } from '#db/open';
import type { Dialect } from './databases';

/** Where a database is, for what opens it by itself. */
export interface TestPlace {
  databaseUrl: string | null;
  dataDir: string;
  migrationsDir: string;
  open(): Promise<Db>;
  remove(): Promise<void>;
}

/** A place with no database yet. */
export async function makePlace(dialect: Dialect): Promise<TestPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'concord-place-'));
  const name = `concord_${randomUUID().replaceAll('-', '')}`;
  const databaseUrl = dialect === 'postgres' ? inject('postgresUrl').replace(/\/[^/]*$/, `/${name}`) : null;
  if (databaseUrl) await onServer(`CREATE DATABASE ${name}`);
  const place = { databaseUrl, dataDir, migrationsDir: 'db/migrations' };
  return {
    ...place,
    open: () => openDb(place),
    remove: async () => {
      if (databaseUrl) await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  await client.query(statement);
  await client.end();
}
