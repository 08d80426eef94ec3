import { cancelCommands } from './cancel';
import { dialogueEvents } from './events';
import type { Dependencies } from './types';

export { calendarUidOf, dialogueEvents, icalEventOf } from './events';

/** Dialogues as calendars know them, and whether they take place at all. */
export function makeDialogueCalendar(dependencies: Dependencies) {
  return { ...cancelCommands(dependencies), ...dialogueEvents(dependencies) };
}

export type DialogueCalendar = ReturnType<typeof makeDialogueCalendar>;
