import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import type { Db } from '#db/db';
import { openDb } from '#db/open';
import { systemClock } from '#domain/clock';
import type { WorkspaceId } from '#domain/ids';
import { readConfig } from '../config/config';
import { makeServices, type Services } from '../services';

/** Does one of the operator's works on a workspace; says so on the console where there is none of this address. */
export async function onWorkspace(
  slug: string,
  work: (services: Services, workspaceId: WorkspaceId) => Promise<number>,
): Promise<number> {
  return onRegistry(async (services, db) => {
    const { workspaces } = db.tables;
    const [workspace] = await db.read
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(eq(workspaces.slug, slug));
    if (workspace) return work(services, workspace.id);
    console.error(`There is no workspace "${slug}".`);
    return 2;
  });
}

/** Does one of the operator's works on the whole of it, and waits for what that work has set off. */
export async function onRegistry(work: (services: Services, db: Db) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  const { databaseUrl, dataDir } = config;
  const db = await openDb({ databaseUrl, dataDir, migrationsDir: 'db/migrations' });
  try {
    const log = pino({ level: 'warn' }, process.stderr);
    const services = makeServices({ config, db, clock: systemClock, log });
    const code = await work(services, db);
    await services.background.settled();
    return code;
  } finally {
    await db.close();
  }
}
