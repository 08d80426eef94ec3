import { eq } from 'drizzle-orm';
import { pino } from 'pino';
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
  const config = readConfig(process.env);
  const { databaseUrl, dataDir } = config;
  const db = await openDb({ databaseUrl, dataDir, migrationsDir: 'db/migrations' });
  try {
    const { workspaces } = db.tables;
    const [workspace] = await db.read
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(eq(workspaces.slug, slug));
    if (!workspace) {
      console.error(`There is no workspace "${slug}".`);
      return 2;
    }
    const services = makeServices({
      config,
      db,
      clock: systemClock,
      log: pino({ level: 'warn' }, process.stderr),
    });
    return await work(services, workspace.id);
  } finally {
    await db.close();
  }
}
