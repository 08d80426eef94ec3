import { and, eq, gt, inArray, ne } from 'drizzle-orm';
import { emptyFloor } from '#domain/dialogues/floor';
import { DomainError } from '#domain/errors';
import { authorise } from '#domain/policy';
import { marksOf } from './ballot';
import { type InDialogue, itemsOf, type OpenedDialogue } from './in-dialogue';
import { minutesOf } from './minutes/begin';
import type { Asked, Dependencies, ItemRow } from './types';

/** What undoes the beginning and the end of a sitting, each of which is one click. */
export function takeBackSittingCommands({ db }: Dependencies, inDialogue: InDialogue) {
  const { dialogues, dialogueItems, dialogueProposals, documentUpdates, itemMinutes } = db.tables;

  /**
   * Back to planning, as after a rehearsal: the agenda is as it was before. Throws `sitting_recorded` once anything was
   * said, written, marked or put to the room.
   */
  async function takeBackStart(asked: Asked): Promise<void> {
    authorise(asked.actor, 'dialogue.run', asked);
    await inDialogue(asked, async (opened) => {
      const { tx, dialogue, tell } = opened;
      if (!dialogue.startedAt) return;
      if (dialogue.endedAt) throw new DomainError({ code: 'stale' });
      const agenda = await itemsOf(db, tx, dialogue.id);
      if (await hasRecord(opened, agenda)) throw new DomainError({ code: 'sitting_recorded' });
      await tx
        .update(dialogueItems)
        .set({ item: { state: 'planned' }, floor: emptyFloor })
        .where(eq(dialogueItems.dialogueId, dialogue.id));
      await tx.update(dialogues).set({ startedAt: null }).where(eq(dialogues.id, dialogue.id));
      await tell('startTakenBack', {});
    });
  }

  /** The sitting goes on. Throws `minutes_submitted` once its minutes are no longer being written. */
  async function resumeSitting(asked: Asked): Promise<void> {
    authorise(asked.actor, 'dialogue.run', asked);
    await inDialogue(asked, async (opened) => {
      const { tx, dialogue, tell } = opened;
      if (!dialogue.endedAt) return;
      const minutes = await minutesOf(db, opened);
      if (minutes && minutes.minutes.state !== 'draft') throw new DomainError({ code: 'minutes_submitted' });
      await tx.update(dialogues).set({ endedAt: null }).where(eq(dialogues.id, dialogue.id));
      await tell('resumed', {});
    });
  }

  async function hasRecord({ tx, dialogue }: OpenedDialogue, agenda: readonly ItemRow[]): Promise<boolean> {
    if (agenda.some(({ floor }) => floor.heard.length > 0)) return true;
    if ((await marksOf(db, tx, dialogue.id)).length > 0) return true;
    const put = and(eq(dialogueProposals.dialogueId, dialogue.id), ne(dialogueProposals.state, 'draft'));
    if ((await tx.$count(dialogueProposals, put)) > 0) return true;
    const itemIds = agenda.map(({ id }) => id);
    if (itemIds.length === 0) return false;
    // The first entry of a log is the empty document.
    const [written] = await tx
      .select({ seq: documentUpdates.seq })
      .from(documentUpdates)
      .innerJoin(itemMinutes, eq(itemMinutes.documentId, documentUpdates.documentId))
      .where(and(inArray(itemMinutes.itemId, itemIds), gt(documentUpdates.seq, 1)))
      .limit(1);
    return written !== undefined;
  }

  return { takeBackStart, resumeSitting };
}
