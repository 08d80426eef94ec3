import { eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { OpenedDialogue } from './in-dialogue';

/** Has every answer given so far be to a former date; see domain/dialogues/kept-answer.ts. */
export async function askAgain(
  { tables }: Pick<Db, 'tables'>,
  { tx, dialogue }: OpenedDialogue,
): Promise<void> {
  for (const table of [tables.dialogueInvitations, tables.dialogueLetters])
    await tx.update(table).set({ answeredAt: null }).where(eq(table.dialogueId, dialogue.id));
}
