import { eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { OpenedDialogue } from './in-dialogue';

/** Has calendars take what they show of the dialogue anew (RFC 5545, SEQUENCE), when or where it is included or not. */
export async function raiseSequence(
  { tables }: Pick<Db, 'tables'>,
  { tx, dialogue, at }: OpenedDialogue,
  { isScheduleChange = false } = {},
): Promise<void> {
  const { dialogues } = tables;
  const calendarSequence = dialogue.calendarSequence + 1;
  await tx
    .update(dialogues)
    .set({
      ...{ calendarSequence, calendarChangedAt: at },
      ...(isScheduleChange && { scheduleSequence: calendarSequence }),
    })
    .where(eq(dialogues.id, dialogue.id));
}
