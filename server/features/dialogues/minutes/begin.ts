import { eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/db';
import { seedMinutes } from '#domain/dialogues/minutes-document';
import type { Actor } from '#domain/workspaces/actor';
import { authorOf, itemsOf, type OpenedDialogue } from '../in-dialogue';
import type { DialogueDocuments } from '../types';

/** Gives every item that has none a document for its minutes. Done again, it does what is missing. */
export function minutesBeginner({ db, documents }: { db: Db; documents: DialogueDocuments }) {
  const { dialogueMinutes, itemMinutes } = db.tables;

  return async function begin(opened: OpenedDialogue, actor: Actor): Promise<void> {
    const { tx, dialogue, at } = opened;
    const { id: dialogueId, workspaceId } = dialogue;
    const known = await minutesOf(db, opened);
    if (!known) {
      await tx.insert(dialogueMinutes).values({ dialogueId, minutes: { state: 'draft' }, begunAt: at });
      await opened.tell('minutesBegun', {});
    }
    const itemIds = (await itemsOf(db, tx, dialogueId)).map(({ id }) => id);
    const begun = await tx.select().from(itemMinutes).where(inArray(itemMinutes.itemId, itemIds));
    for (const itemId of itemIds) {
      if (begun.some((one) => one.itemId === itemId)) continue;
      const author = authorOf(actor);
      const documentId = await documents.create(tx, {
        ...{ workspaceId, kind: 'minutes', author },
        seed: seedMinutes,
      });
      await tx.insert(itemMinutes).values({ itemId, documentId });
    }
  };
}

/** How far the minutes of the dialogue are; null before they begin. */
export async function minutesOf(
  { tables: { dialogueMinutes } }: Pick<Db, 'tables'>,
  { tx, dialogue }: Pick<OpenedDialogue, 'tx' | 'dialogue'>,
) {
  const [row] = await tx.select().from(dialogueMinutes).where(eq(dialogueMinutes.dialogueId, dialogue.id));
  return row ?? null;
}
