import { linkCommands } from './by-link';
import { replyCommands } from './calendar-replies';
import { keeperCommands } from './keep';
import { remindersOf } from './reminders';
import type { Dependencies } from './types';

export type { KnownAddressee, LetterLine, OpenedLetter, ReadReply } from './types';

/** Invitations to dialogues by mail, answered by their link or from a calendar, without an account. */
export function makeLetters(dependencies: Dependencies) {
  return {
    ...keeperCommands(dependencies),
    ...linkCommands(dependencies),
    ...replyCommands(dependencies),
    ...remindersOf(dependencies),
  };
}
