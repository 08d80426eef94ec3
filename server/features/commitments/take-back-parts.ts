import { eq } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import type { ActivityId } from '#domain/ids';
import type { TotalsDelta } from './totals-delta';

/** Deletes the parts of an activity and notes what the totals lose by it. */
export async function takeBackParts(
  { db, tx }: { db: Db; tx: Tx },
  activityId: ActivityId,
  delta: TotalsDelta,
): Promise<void> {
  const { factParts } = db.tables;
  const parts = await tx.select().from(factParts).where(eq(factParts.activityId, activityId));
  for (const part of parts) delta.takeBack(part);
  await tx.delete(factParts).where(eq(factParts.activityId, activityId));
}
