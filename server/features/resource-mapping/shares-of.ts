import { asc, inArray } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import type { ShareRecord } from '#domain/commitments/types';
import type { ActivityId } from '#domain/ids';
import { shareRecordOf } from '../commitments';
import { chunks } from './chunks';

/** The shares of activities, in their order. */
export async function sharesOf(
  { db, reader }: { db: Db; reader: Reader },
  ids: readonly ActivityId[],
): Promise<Map<ActivityId, ShareRecord[]>> {
  const { activityShares } = db.tables;
  const found = new Map<ActivityId, ShareRecord[]>();
  for (const some of chunks([...new Set(ids)])) {
    const rows = await reader
      .select()
      .from(activityShares)
      .where(inArray(activityShares.activityId, some))
      .orderBy(asc(activityShares.activityId), asc(activityShares.position));
    for (const row of rows) {
      const known = found.get(row.activityId);
      if (known) known.push(shareRecordOf(row));
      else found.set(row.activityId, [shareRecordOf(row)]);
    }
  }
  return found;
}
