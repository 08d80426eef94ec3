import { endFeedsOfLeavers } from './end-feeds';
import { feedCommands } from './feed-commands';
import { feedDoor } from './read-feed';
import type { Dependencies } from './types';

export type { CalendarFeed } from './feed-commands';
export type { FeedContent } from './read-feed';

/** Private addresses at which a person's own calendar reads the dates of cycles, budgets and dialogues. */
export function makeCalendarFeeds(dependencies: Dependencies) {
  endFeedsOfLeavers(dependencies);
  return { ...feedCommands(dependencies), ...feedDoor(dependencies) };
}
