import { and, eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { inConfidence } from '#domain/activity/groups';
import { emptyFloor } from '#domain/dialogues/floor';
import { startingAgenda } from '#domain/dialogues/starting-agenda';
import { DomainError } from '#domain/errors';
import type { DialogueId, DialogueItemId, WorkspaceId } from '#domain/ids';
import { newId } from '#server/new-id';
import type { RecordEvent } from '../events';
import { assertItem } from './assert-facts';
import { findDialogue, invitationsOf, itemsOf } from './in-dialogue';
import { assertReviewed } from './reviewed';
import type { ItemFacts } from './types';

/** What a new dialogue begins from. */
export type Beginning =
  /** The agenda and the invitations of another dialogue of the workspace; nothing that was said or answered in it. */
  | { kind: 'dialogue'; dialogueId: DialogueId }
  /** A template, in the words of whoever plans. */
  | { kind: 'agenda'; items: readonly (ItemFacts & { isReview: boolean })[] };

/** The dialogue whose decisions the new one goes through, and the item for it where its agenda has none. */
export interface Review {
  reviewed: DialogueId;
  fallback: ItemFacts;
}

interface Planned {
  tx: Tx;
  record: RecordEvent;
  workspaceId: WorkspaceId;
  dialogueId: DialogueId;
}

/** Gives a dialogue that was just planned its first agenda and invitations. */
export function beginner(db: Db) {
  const { dialogueItems, dialogueInvitations, workspaceInstitutions } = db.tables;

  return async function begin(
    planned: Planned,
    { from, review }: { from: Beginning | null; review: Review | null },
  ): Promise<void> {
    if (review) await assertReviewed(db, planned.tx, { ...planned, reviewed: review.reviewed });
    if (from?.kind === 'dialogue' && from.dialogueId === planned.dialogueId)
      throw new DomainError({ code: 'not_found' });
    await addItems(planned, startingAgenda(await itemsToBeginFrom(planned, from), review));
    if (from?.kind === 'dialogue') await inviteAs(planned, from.dialogueId);
  };

  async function itemsToBeginFrom({ tx, workspaceId }: Planned, from: Beginning | null) {
    if (!from) return [];
    if (from.kind === 'agenda') return from.items;
    const { id } = await findDialogue(db, tx, { workspaceId, dialogueId: from.dialogueId });
    const items = await itemsOf(db, tx, id);
    return items.map((item) => ({ ...item, isReview: item.reviewsDialogueId !== null }));
  }

  async function addItems(
    { tx, ...planned }: Planned,
    agenda: ReturnType<typeof startingAgenda<ItemFacts, DialogueId>>,
  ): Promise<void> {
    const rows = agenda.map(({ item, reviews: reviewsDialogueId }, position) => {
      const { title, purpose, presenter, plannedMinutes, confidentiality } = assertItem(item);
      return {
        ...{ id: newId<DialogueItemId>(), dialogueId: planned.dialogueId, position, reviewsDialogueId },
        ...{ title, purpose, presenter, plannedMinutes, confidentiality },
        ...{ item: { state: 'planned' } as const, floor: emptyFloor },
      };
    });
    if (rows.length === 0) return;
    await tx.insert(dialogueItems).values(rows);
    // What is confidential is told to nobody, as where items are added one by one.
    for (const isPublic of [true, false]) {
      const told = rows.filter(({ confidentiality }) => (confidentiality === 'public') === isPublic);
      const items = told.map(({ id, title }) => ({ id, title }));
      if (items.length > 0) await tell(planned, `agendaChanged${isPublic ? '' : inConfidence}`, { items });
    }
  }

  /** Those that have left the workspace since are not invited. */
  async function inviteAs({ tx, ...planned }: Planned, sourceId: DialogueId): Promise<void> {
    const invited = await invitationsOf(db, tx, sourceId);
    if (invited.length === 0) return;
    const ids = invited.map(({ institutionId }) => institutionId);
    const present = await tx
      .select({ id: workspaceInstitutions.institutionId })
      .from(workspaceInstitutions)
      .where(
        and(
          eq(workspaceInstitutions.workspaceId, planned.workspaceId),
          inArray(workspaceInstitutions.institutionId, ids),
        ),
      );
    const known = new Set(present.map(({ id }) => id));
    for (const { institutionId, group } of invited) {
      if (!known.has(institutionId)) continue;
      await tx.insert(dialogueInvitations).values({ dialogueId: planned.dialogueId, institutionId, group });
      await tell(planned, 'invited', { institutionId, group });
    }
  }

  function tell(
    { record, workspaceId, dialogueId }: Omit<Planned, 'tx'>,
    verb: string,
    after: Record<string, unknown>,
  ): Promise<void> {
    const subject = { subjectType: 'dialogue', subjectId: dialogueId };
    return record({ workspaceId, kind: `dialogue.${verb}`, ...subject, after });
  }
}
