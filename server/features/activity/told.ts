import { and, notInArray, notLike, type SQL } from 'drizzle-orm';
import type { Db } from '#db/db';
import { inConfidence, untoldKinds } from '#domain/activity/groups';

/** Of the events, those that members are told of. */
export function isTold({ events }: Pick<Db['tables'], 'events'>): SQL | undefined {
  return and(notInArray(events.kind, untoldKinds), notLike(events.kind, `%${inConfidence}`));
}
