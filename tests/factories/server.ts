import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { Db } from '#db/db';
import { type Clock, systemClock } from '#domain/clock';
import { type Config, readConfig } from '#server/config/config';
import { type RunningServer, startServer } from '#server/start';
import { type Dialect, openTestDb } from './databases';

export interface TestServer extends RunningServer {
  db: Db;
  /** What the server told whoever runs it, such as the links of mails. */
  said: string[];
  close(): Promise<void>;
}

/** A whole server in this process, on a free port over a fresh database. Pages come from the last build. */
export async function startTestServer({
  dialect = 'sqlite',
  clock = systemClock,
  config = {},
  log = pino({ level: 'silent' }),
}: {
  dialect?: Dialect;
  clock?: Clock;
  config?: Partial<Config>;
  log?: Logger;
} = {}): Promise<TestServer> {
  if (!existsSync('build/server/index.js')) throw new Error('Build the pages first: npm run build');
  const dataDir = mkdtempSync(join(tmpdir(), 'concord-server-'));
  const said: string[] = [];
  const db = await openTestDb(dialect);
  const server = await startServer({
    config: { ...readConfig({ HOST: '127.0.0.1', DATA_DIR: dataDir }), port: 0, ...config },
    db,
    clock,
    log,
    say: (line) => said.push(line),
  });
  return {
    ...server,
    db,
    said,
    close: async () => {
      await server.stop();
      await db.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
