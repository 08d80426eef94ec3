import type { Db } from './db';
import { openPostgres } from './open-postgres';
import { openSqlite } from './open-sqlite';

/** Opens what the configuration names: PostgreSQL by its URL, else the embedded file in the data directory. */
export async function openDb({
  databaseUrl,
  dataDir,
  migrationsDir,
}: {
  databaseUrl: string | null;
  dataDir: string;
  migrationsDir: string;
}): Promise<Db> {
  if (databaseUrl) return openPostgres({ url: databaseUrl, migrationsDir });
  return openSqlite({ file: `${dataDir}/concord.sqlite`, migrationsDir });
}
