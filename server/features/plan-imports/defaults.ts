import { eq } from 'drizzle-orm';
import type { MatrixDefaults } from '#domain/plans/matrix';
import type { Dependencies, PlanOfImport } from './types';

/** What a matrix is taken to mean where it does not say: the workspace's currency and calendar, the plan's language and first year. */
export async function defaultsOf(
  { db, workspaces: calendarsOf }: Pick<Dependencies, 'db' | 'workspaces'>,
  plan: PlanOfImport,
): Promise<MatrixDefaults> {
  const { workspaces } = db.tables;
  const [workspace] = await db.read
    .select({ currency: workspaces.currency })
    .from(workspaces)
    .where(eq(workspaces.id, plan.workspaceId));
  const calendars = await calendarsOf.listFiscalCalendars(plan.workspaceId);
  return { calendars, currency: workspace?.currency ?? '', language: plan.language, year: plan.startYear };
}
