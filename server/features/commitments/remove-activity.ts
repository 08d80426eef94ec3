import { and, eq, isNull } from 'drizzle-orm';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { ActivityId, WorkspaceId } from '#domain/ids';
import { statementsOf } from './statements';
import { takeBackParts } from './take-back-parts';
import { makeTotalsDelta } from './totals-delta';
import type { Writing } from './write-activity';

/**
 * Takes an activity out of every list and total. It is kept, and comes back when it is written again. Throws
 * `not_found` where there is none, or it is removed already.
 */
export async function removeActivity(
  { db, tx, clock }: Writing,
  { workspaceId, activityId }: { workspaceId: WorkspaceId; activityId: ActivityId },
): Promise<void> {
  const { activities, activityFacets } = db.tables;
  const removed = await tx
    .update(activities)
    .set({ removedAt: instant(clock) })
    .where(
      and(
        eq(activities.id, activityId),
        eq(activities.workspaceId, workspaceId),
        isNull(activities.removedAt),
      ),
    )
    .returning({ id: activities.id });
  if (removed.length === 0) throw new DomainError({ code: 'not_found' });
  const delta = makeTotalsDelta();
  await takeBackParts({ db, tx }, activityId, delta);
  await tx.delete(activityFacets).where(eq(activityFacets.activityId, activityId));
  await statementsOf(db).addTotals(tx, delta.rows(workspaceId));
}
