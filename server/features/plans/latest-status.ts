import { desc, eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { ActionId, PlanId } from '#domain/ids';
import type { ReportStatus } from '#domain/plans';

/** What was last said of each action: the report on the latest period, and of those the one made last. */
export async function latestStatuses(db: Db, planId: PlanId): Promise<Map<ActionId, ReportStatus>> {
  const { statusReports } = db.tables;
  const rows = await db.read
    .select({ actionId: statusReports.actionId, status: statusReports.status })
    .from(statusReports)
    .where(eq(statusReports.planId, planId))
    .orderBy(desc(statusReports.periodEnd), desc(statusReports.id));
  const latest = new Map<ActionId, ReportStatus>();
  for (const { actionId, status } of rows) if (!latest.has(actionId)) latest.set(actionId, status);
  return latest;
}
