import { eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { OpenedDialogue } from './in-dialogue';

/** Has calendars take what they show of the dialogue anew (RFC 5545, SEQUENCE). */
export async function raiseSequence(
  { tables }: Pick<Db, 'tables'>,
  { tx, dialogue, at }: OpenedDialogue,
): Promise<void> {
  const { dialogues } = tables;
  await tx
    .update(dialogues)
    .set({ calendarSequence: dialogue.calendarSequence + 1, calendarChangedAt: at })
    .where(eq(dialogues.id, dialogue.id));
}
