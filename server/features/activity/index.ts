import type { Db } from '#db/db';
import type { Accounts } from '../accounts';
import type { Events } from '../events';
import { activityFeed } from './feed';
import { makeLive } from './live';

export type { ActivityEntry } from './entry';
export type { ActivityFilter } from './feed';
export { isTold } from './told';

/** What happened, read from the events; and the news of it for open pages. */
export function makeActivity({
  db,
  events,
  accounts,
}: {
  db: Db;
  events: Events;
  accounts: Pick<Accounts, 'onSessionsEnded'>;
}) {
  return { ...activityFeed(db), live: makeLive({ events, accounts }) };
}
