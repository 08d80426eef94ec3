import { followUpCommands } from './commands';
import { followUpQueries } from './queries';
import type { Dependencies } from './types';

export type { FollowUp, ReviewedDialogue } from './types';

/** What follows from decisions: the actions of plans that carry them out, each taken on by the institution that leads it. */
export function makeFollowUps(dependencies: Dependencies) {
  return { ...followUpCommands(dependencies), ...followUpQueries(dependencies) };
}
