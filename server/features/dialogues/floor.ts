import { eq } from 'drizzle-orm';
import { spentMs } from '#domain/dialogues/agenda-item';
import { type FloorAct, type FloorKind, floorAfter, isKnownRequest } from '#domain/dialogues/floor';
import { madeAt } from '#domain/dialogues/made-at';
import { DomainError } from '#domain/errors';
import type { DialogueItemId, InstitutionId } from '#domain/ids';
import { authorise, may } from '#domain/policy';
import { limited } from './assert-facts';
import { findItem, type InDialogue, type OpenedDialogue } from './in-dialogue';
import type { Asked, Dependencies, ItemRow } from './types';

interface OnItem extends Asked {
  itemId: DialogueItemId;
}

/** The convenor's acts on a speakers list; times are the server's. */
export type FloorOrder =
  | { act: 'give' | 'end' | 'takeBack' | 'remove'; id: string }
  | { act: 'move'; id: string; toIndex: number };

export function floorCommands({ db }: Dependencies, inDialogue: InDialogue) {
  const { dialogueItems } = db.tables;

  /** An institution asks for the floor itself, or the convenor enters it for one whose hand is up in the room. */
  async function requestFloor({
    request: { madeAtMs, ...request },
    ...asked
  }: OnItem & {
    /** `madeAtMs` where it waited for the network; the list's order is that of arrival. */
    request: {
      id: string;
      institutionId: InstitutionId;
      speaker: string;
      kind: FloorKind;
      madeAtMs?: number;
    };
  }): Promise<void> {
    await inDialogue(asked, async (opened) => {
      const { institutionId } = request;
      const subject = { ...asked, institutionId, invited: opened.invited };
      const isForAnother = may(asked.actor, 'dialogue.run', asked) && opened.invited.has(institutionId);
      if (!isForAnother) authorise(asked.actor, 'floor.request', subject);
      const item = await findItem(db, opened, asked);
      // A phone that had no answer cannot know that its first attempt arrived.
      if (isKnownRequest(item.floor, request.id)) return;
      const isUnderWay = item.item.state === 'running' || item.item.state === 'paused';
      if (!isUnderWay || opened.dialogue.endedAt) throw stale('item_over');
      const { nowMs } = opened;
      const requestedAtMs = madeAt(madeAtMs, { fromMs: nowMs - spentMs(item.item, nowMs), nowMs });
      const speaker = limited(request.speaker.trim(), 'speaker');
      await apply(opened, item, {
        act: 'request',
        request: { ...request, speaker, requestedAtMs },
      });
    });
  }

  /** Takes back a request of the institution's own. */
  async function withdrawRequest({ id, ...asked }: OnItem & { id: string }): Promise<void> {
    await inDialogue(asked, async (opened) => {
      const item = await findItem(db, opened, asked);
      const request = item.floor.waiting.find((one) => one.id === id);
      const institutionId = (request?.institutionId ??
        asked.actor.membership?.institutionId) as InstitutionId;
      authorise(asked.actor, 'floor.request', { ...asked, institutionId, invited: opened.invited });
      if (request) await apply(opened, item, { act: 'withdraw', id });
    });
  }

  async function orderFloor({ order, ...asked }: OnItem & { order: FloorOrder }): Promise<void> {
    authorise(asked.actor, 'dialogue.run', asked);
    await inDialogue(asked, async (opened) => {
      const item = await findItem(db, opened, asked);
      const isGone = !item.floor.waiting.some(({ id }) => id === order.id);
      if (order.act === 'remove' && isGone) return;
      // Nobody speaks while the item is suspended or over.
      if (order.act === 'give' && !isGone && item.item.state !== 'running') throw stale();
      await apply(opened, item, actOf(order, opened.nowMs));
    });
  }

  /** What the rules do not allow now has been overtaken by what others did. */
  async function apply({ tx, tell }: OpenedDialogue, { id, floor }: ItemRow, act: FloorAct): Promise<void> {
    const after = floorAfter(floor, act);
    if (!after) throw stale(act.act === 'request' ? 'waits_already' : undefined);
    if (after === floor) return;
    await tx.update(dialogueItems).set({ floor: after }).where(eq(dialogueItems.id, id));
    await tell('floorChanged', { itemId: id, ...act });
  }

  return { requestFloor, withdrawRequest, orderFloor };
}

function actOf(order: FloorOrder, atMs: number): FloorAct {
  switch (order.act) {
    case 'move':
      return order;
    case 'takeBack':
      return { act: order.act, id: order.id };
    case 'remove':
      return { act: 'withdraw', id: order.id };
    default:
      return { act: order.act, id: order.id, atMs };
  }
}

function stale(problem?: 'item_over' | 'waits_already'): DomainError {
  return new DomainError({ code: 'stale', ...(problem && { details: { problem } }) });
}
