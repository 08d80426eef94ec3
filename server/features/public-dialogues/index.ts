import { publishCommands } from './publish';
import { publicQueries } from './show';
import type { Dependencies } from './types';

export { publicQueries } from './show';
export type { DialogueLink, PublicDialogue, PublicLine } from './types';

/** What of its dialogues a workspace shows to the world, and the papers that go with them. */
export function makePublicDialogues(dependencies: Dependencies) {
  return { ...publishCommands(dependencies), ...publicQueries(dependencies).queries };
}
