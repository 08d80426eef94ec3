import { and, desc, eq } from 'drizzle-orm';
import { isCalendarChange, isScheduleChange } from '#domain/dialogues/calendar';
import { localTimeAt } from '#domain/dialogues/local-time';
import { DomainError } from '#domain/errors';
import type { DialogueId, WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { askAgain } from './ask-again';
import { assertFacts } from './assert-facts';
import { type Beginning, beginner, type Review } from './beginning';
import { raiseSequence } from './calendar-sequence';
import { authorOf, type InDialogue } from './in-dialogue';
import type { Asked, Dependencies, DialogueFacts } from './types';

export function prepareCommands({ db, clock, events }: Dependencies, inDialogue: InDialogue) {
  const { dialogues } = db.tables;
  const begin = beginner(db);

  /**
   * Plans a dialogue, with nothing yet or with what it begins `from`. The id is made by who asks, so that a form sent
   * twice plans one.
   */
  async function planDialogue({
    actor,
    workspaceId,
    dialogueId,
    facts,
    from = null,
    review = null,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    dialogueId: DialogueId;
    facts: DialogueFacts;
    from?: Beginning | null;
    review?: Review | null;
  }): Promise<void> {
    authorise(actor, 'dialogue.prepare', { workspaceId });
    const asserted = assertFacts(facts);
    const year = Number(localTimeAt(Date.parse(asserted.startsAt), asserted.timeZone).date.slice(0, 4));
    await events.commit(authorOf(actor), async (tx, record) => {
      const [known] = await tx.select().from(dialogues).where(eq(dialogues.id, dialogueId));
      if (known?.workspaceId === workspaceId) return;
      if (known) throw new DomainError({ code: 'conflict' });
      const [last] = await tx
        .select({ number: dialogues.number })
        .from(dialogues)
        .where(and(eq(dialogues.workspaceId, workspaceId), eq(dialogues.year, year)))
        .orderBy(desc(dialogues.number))
        .limit(1);
      await tx.insert(dialogues).values({
        ...asserted,
        ...{ id: dialogueId, workspaceId, year, number: (last?.number ?? 0) + 1 },
        ...{ createdAt: clock.now().toISOString(), createdBy: actor.accountId },
      });
      await record({
        workspaceId,
        kind: 'dialogue.planned',
        subjectType: 'dialogue',
        subjectId: dialogueId,
        after: { ...asserted },
      });
      await begin({ tx, record, workspaceId, dialogueId }, { from, review });
    });
  }

  async function editDialogue({ facts, ...asked }: Asked & { facts: DialogueFacts }): Promise<void> {
    authorise(asked.actor, 'dialogue.prepare', asked);
    const asserted = assertFacts(facts);
    await inDialogue(asked, async (opened) => {
      await opened.tx.update(dialogues).set(asserted).where(eq(dialogues.id, asked.dialogueId));
      const before = opened.dialogue;
      if (isCalendarChange(before, asserted))
        await raiseSequence(db, opened, { isScheduleChange: isScheduleChange(before, asserted) });
      // Once it has begun, a corrected start is a matter of record.
      if (before.startsAt !== asserted.startsAt && !before.startedAt) await askAgain(db, opened);
      await opened.tell('changed', { ...asserted });
    });
  }

  return { planDialogue, editDialogue };
}
