import { eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { MatrixDefaults } from '#domain/plans/matrix';
import type { PlanOfImport } from './types';

/** What a matrix is taken to mean where it does not say: the workspace's currency, the plan's language and first year. */
export async function defaultsOf(db: Db, plan: PlanOfImport): Promise<MatrixDefaults> {
  const { workspaces } = db.tables;
  const [workspace] = await db.read
    .select({ currency: workspaces.currency })
    .from(workspaces)
    .where(eq(workspaces.id, plan.workspaceId));
  return { currency: workspace?.currency ?? '', language: plan.language, year: plan.startYear };
}
