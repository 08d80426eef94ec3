import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import pg from 'pg';

/** Whether another process has the database open. Leaves SQLite's file out of WAL mode, which the next opening restores. */
export async function isInUse({
  databaseUrl,
  dataDir,
}: {
  databaseUrl: string | null;
  dataDir: string;
}): Promise<boolean> {
  if (!databaseUrl) return isSqliteInUse(`${dataDir}/concord.sqlite`);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await isPostgresInUse(client);
  } finally {
    await client.end();
  }
}

export function isSqliteInUse(file: string): boolean {
  if (!existsSync(file)) return false;
  const connection = new Database(file, { timeout: 0 });
  try {
    // Leaving WAL needs the file to oneself, and takes what the log still holds into it.
    return connection.pragma('journal_mode = DELETE', { simple: true }) !== 'delete';
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return true;
    throw error;
  } finally {
    connection.close();
  }
}

/** A connection that was closed a moment ago is still there until its process at the server has ended. */
const lingerMs = 2_000;
const askEveryMs = 50;

export async function isPostgresInUse(client: pg.Client): Promise<boolean> {
  const deadline = performance.now() + lingerMs;
  while (await hasOthers(client)) {
    if (performance.now() > deadline) return true;
    await pause(askEveryMs);
  }
  return false;
}

async function hasOthers(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT 1 FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  return rows.length > 0;
}
