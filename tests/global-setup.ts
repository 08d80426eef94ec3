import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openPostgres } from '#db/open-postgres';
import { openSqlite } from '#db/open-sqlite';
import { startPostgres } from '#tests/factories/postgres-server';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
    sqliteTemplate: string;
  }
}

const migrationsDir = join(process.cwd(), 'db/migrations');

/** Starts PostgreSQL once for the whole run and prepares one migrated template for each dialect. */
export default async function setup(project: TestProject) {
  const dir = mkdtempSync(join(tmpdir(), 'concord-databases-'));
  // initdb runs as another user than root, who must be able to walk into the folder.
  chmodSync(dir, 0o755);
  const postgres = await startPostgres(join(dir, 'postgres'));
  await postgres.createDatabase('concord_template');
  const template = await openPostgres({ url: `${postgres.url}/concord_template`, migrationsDir });
  await template.close();

  const sqliteTemplate = join(dir, 'template.sqlite');
  await openSqlite({ file: sqliteTemplate, migrationsDir }).close();

  project.provide('postgresUrl', `${postgres.url}/postgres`);
  project.provide('sqliteTemplate', sqliteTemplate);

  return async () => {
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}
