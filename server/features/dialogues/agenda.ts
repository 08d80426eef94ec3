import { and, desc, eq } from 'drizzle-orm';
import { agendaMoved } from '#domain/dialogues/agenda-item';
import { emptyFloor } from '#domain/dialogues/floor';
import { DomainError } from '#domain/errors';
import type { DialogueId, DialogueItemId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { assertItem } from './assert-facts';
import { raiseSequence } from './calendar-sequence';
import { findItem, type InDialogue, itemsOf, type OpenedDialogue } from './in-dialogue';
import { minutesBeginner, minutesOf } from './minutes/begin';
import { assertReviewed } from './reviewed';
import type { Asked, Dependencies, ItemFacts } from './types';

export function agendaCommands(dependencies: Dependencies, inDialogue: InDialogue) {
  const { db } = dependencies;
  const { dialogueItems, dialogueProposals, documentUpdates, itemMinutes } = db.tables;
  const putItem = itemPutter(dependencies);

  /** Puts an item at the end of the agenda, which may go through the decisions of another dialogue; the id is made by who asks. */
  async function addItem({
    itemId,
    facts,
    reviewsDialogueId = null,
    ...asked
  }: Asked & {
    itemId: DialogueItemId;
    facts: ItemFacts;
    reviewsDialogueId?: DialogueId | null;
  }): Promise<void> {
    authorise(asked.actor, 'dialogue.prepare', asked);
    const asserted = assertItem(facts);
    await inDialogue(asked, async (opened) => {
      const { actor } = asked;
      if (reviewsDialogueId) await assertReviewed(db, opened.tx, { ...asked, reviewed: reviewsDialogueId });
      await putItem(opened, { actor, itemId, facts: asserted, reviewsDialogueId });
    });
  }

  async function editItem({
    itemId,
    facts,
    ...asked
  }: Asked & { itemId: DialogueItemId; facts: ItemFacts }): Promise<void> {
    authorise(asked.actor, 'dialogue.prepare', asked);
    const asserted = assertItem(facts);
    await inDialogue(asked, async (opened) => {
      const before = await findItem(db, opened, { ...asked, itemId });
      await opened.tx.update(dialogueItems).set(asserted).where(eq(dialogueItems.id, itemId));
      if (before.plannedMinutes !== asserted.plannedMinutes) await raiseSequence(db, opened);
      // What was or is confidential is told to nobody.
      const told = before.confidentiality === 'public' ? asserted : before;
      await opened.tell('agendaChanged', { itemId, ...asserted }, told);
    });
  }

  /** Brings the item to a place in the agenda, counted from 0. */
  async function moveItem({
    itemId,
    toIndex,
    ...asked
  }: Asked & { itemId: DialogueItemId; toIndex: number }): Promise<void> {
    authorise(asked.actor, 'dialogue.prepare', asked);
    await inDialogue(asked, async (opened) => {
      const item = await findItem(db, opened, { ...asked, itemId });
      const agenda = await itemsOf(db, opened.tx, asked.dialogueId);
      const moved = agendaMoved(agenda, { id: itemId, toIndex });
      const at = moved.findIndex(({ id }) => id === itemId);
      if (at === item.position) return;
      await renumber(opened, moved);
      await opened.tell('agendaChanged', { itemId, position: at }, item);
    });
  }

  /** Only what has neither begun nor has a proposal or a word of minutes under it can go. */
  async function removeItem({ itemId, ...asked }: Asked & { itemId: DialogueItemId }): Promise<void> {
    authorise(asked.actor, 'dialogue.prepare', asked);
    await inDialogue(asked, async (opened) => {
      const item = await findItem(db, opened, { ...asked, itemId });
      const proposals = await opened.tx.$count(dialogueProposals, eq(dialogueProposals.itemId, itemId));
      if (item.item.state !== 'planned' || proposals > 0 || (await hasMinutes(opened, itemId)))
        throw new DomainError({ code: 'item_in_use' });
      await opened.tx
        .delete(dialogueItems)
        .where(and(eq(dialogueItems.id, itemId), eq(dialogueItems.dialogueId, asked.dialogueId)));
      await renumber(opened, await itemsOf(db, opened.tx, asked.dialogueId));
      await raiseSequence(db, opened);
      await opened.tell('agendaChanged', { itemId, isRemoved: true }, item);
    });
  }

  /** The first entry of the log is the empty document. */
  async function hasMinutes({ tx }: OpenedDialogue, itemId: DialogueItemId): Promise<boolean> {
    const [last] = await tx
      .select({ seq: documentUpdates.seq })
      .from(documentUpdates)
      .innerJoin(itemMinutes, eq(itemMinutes.documentId, documentUpdates.documentId))
      .where(eq(itemMinutes.itemId, itemId))
      .orderBy(desc(documentUpdates.seq))
      .limit(1);
    return last !== undefined && last.seq > 1;
  }

  async function renumber(
    { tx }: OpenedDialogue,
    items: readonly { id: DialogueItemId; position: number }[],
  ) {
    for (const [position, item] of items.entries()) {
      if (item.position === position) continue;
      await tx.update(dialogueItems).set({ position }).where(eq(dialogueItems.id, item.id));
    }
  }

  return { addItem, editItem, moveItem, removeItem };
}

/** Puts an item at the end of an agenda; one that is there already stays as it is, and false is given. */
export function itemPutter(dependencies: Dependencies) {
  const { db } = dependencies;
  const { dialogueItems } = db.tables;
  const beginMinutes = minutesBeginner(dependencies);

  return async function putItem(
    opened: OpenedDialogue,
    {
      actor,
      itemId,
      facts,
      reviewsDialogueId = null,
    }: { actor: Actor; itemId: DialogueItemId; facts: ItemFacts; reviewsDialogueId?: DialogueId | null },
  ): Promise<boolean> {
    const { tx, dialogue, tell } = opened;
    const [known] = await tx.select().from(dialogueItems).where(eq(dialogueItems.id, itemId));
    if (known?.dialogueId === dialogue.id) return false;
    if (known) throw new DomainError({ code: 'conflict' });
    const items = await itemsOf(db, tx, dialogue.id);
    await tx.insert(dialogueItems).values({
      ...facts,
      ...{ id: itemId, dialogueId: dialogue.id, position: items.length, reviewsDialogueId },
      ...{ item: { state: 'planned' }, floor: emptyFloor },
    });
    await raiseSequence(db, opened);
    await tell('agendaChanged', { itemId, ...facts, reviewsDialogueId }, facts);
    if (await minutesOf(db, opened)) await beginMinutes(opened, actor);
    return true;
  };
}
