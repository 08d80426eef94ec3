import { and, asc, eq } from 'drizzle-orm';
import type { Db, Reader, Tx } from '#db/db';
import { inConfidence } from '#domain/activity/groups';
import { DomainError, type DomainErrorCode } from '#domain/errors';
import type { DialogueId, DialogueItemId, InstitutionId, WorkspaceId } from '#domain/ids';
import { authorise, may } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import type { Author } from '../events';
import type { Asked, Dependencies, DialogueRow, InvitationRow, ItemRow } from './types';

/** A dialogue inside a transaction, with what most changes of it need. */
export interface OpenedDialogue {
  tx: Tx;
  dialogue: DialogueRow;
  invitations: InvitationRow[];
  invited: ReadonlySet<InstitutionId>;
  nowMs: number;
  /** The same instant as text. */
  at: string;
  /** Its minutes are locked: what the report prints changes no more. */
  isFinal: boolean;
  /** Records `dialogue.<verb>`; of an item that is not public, under a kind that no feed tells. */
  tell(verb: string, after: Record<string, unknown>, item?: Pick<ItemRow, 'confidentiality'>): Promise<void>;
}

export type InDialogue = ReturnType<typeof inDialogueOf>;

interface Reach {
  /** Done also in a dialogue that was cancelled; anything else waits until that is taken back. */
  evenCancelled?: boolean;
  /** Done also once the minutes are locked: nothing of it is printed in the report. */
  evenFinal?: boolean;
}

/**
 * Every change of a dialogue by a member: found in its workspace, in one transaction with its event. One that was
 * cancelled, or whose minutes are locked, stays as it is, but for what says that it reaches further.
 */
export function inDialogueOf(dependencies: Dependencies) {
  const openDialogue = openDialogueOf(dependencies);
  return function inDialogue<T>(
    { actor, workspaceId, dialogueId }: Asked,
    work: (opened: OpenedDialogue) => Promise<T>,
    reach: Reach = {},
  ): Promise<T> {
    return openDialogue({ author: authorOf(actor), workspaceId, dialogueId }, async (opened) => {
      const code = refusalOf(opened, reach);
      if (!code) return work(opened);
      authorise(actor, 'dialogue.see', { workspaceId });
      throw new DomainError({ code });
    });
  };
}

/** What keeps a dialogue from being changed, by whomever; null: nothing does. */
export function refusalOf(
  { dialogue, isFinal }: Pick<OpenedDialogue, 'dialogue' | 'isFinal'>,
  { evenCancelled = false, evenFinal = false }: Reach = {},
): DomainErrorCode | null {
  if (dialogue.cancelledAt && !evenCancelled) return 'dialogue_cancelled';
  return isFinal && !evenFinal ? 'minutes_locked' : null;
}

/** The same for what no member does: who holds a letter, and the server itself. Callers ask `refusalOf`. */
export function openDialogueOf({ db, clock, events }: Dependencies) {
  const { dialogueMinutes } = db.tables;
  return function openDialogue<T>(
    { author, workspaceId, dialogueId }: { author: Author; workspaceId: WorkspaceId; dialogueId: DialogueId },
    work: (opened: OpenedDialogue) => Promise<T>,
  ): Promise<T> {
    return events.commit(author, async (tx, record) => {
      const dialogue = await findDialogue(db, tx, { workspaceId, dialogueId });
      const invitations = await invitationsOf(db, tx, dialogueId);
      const [begun] = await tx
        .select({ lockedAt: dialogueMinutes.lockedAt })
        .from(dialogueMinutes)
        .where(eq(dialogueMinutes.dialogueId, dialogueId));
      const now = clock.now();
      return work({
        ...{ tx, dialogue, invitations },
        isFinal: Boolean(begun?.lockedAt),
        invited: new Set(invitations.map(({ institutionId }) => institutionId)),
        nowMs: now.getTime(),
        at: now.toISOString(),
        tell: (verb, after, item) =>
          record({
            workspaceId,
            kind: `dialogue.${verb}${!item || item.confidentiality === 'public' ? '' : inConfidence}`,
            subjectType: 'dialogue',
            subjectId: dialogueId,
            after,
          }),
      });
    });
  };
}

/** Throws `not_found` for a dialogue that is not in the workspace. */
export async function findDialogue(
  { tables }: Pick<Db, 'tables'>,
  reader: Reader,
  { workspaceId, dialogueId }: { workspaceId: WorkspaceId; dialogueId: DialogueId },
): Promise<DialogueRow> {
  const { dialogues } = tables;
  const [row] = await reader
    .select()
    .from(dialogues)
    .where(and(eq(dialogues.id, dialogueId), eq(dialogues.workspaceId, workspaceId)));
  if (!row) throw new DomainError({ code: 'not_found' });
  return row;
}

export function invitationsOf({ tables }: Pick<Db, 'tables'>, reader: Reader, dialogueId: DialogueId) {
  const { dialogueInvitations } = tables;
  return reader.select().from(dialogueInvitations).where(eq(dialogueInvitations.dialogueId, dialogueId));
}

/** The whole agenda in its order, also what the asker may not know: callers filter. */
export function itemsOf({ tables }: Pick<Db, 'tables'>, reader: Reader, dialogueId: DialogueId) {
  const { dialogueItems } = tables;
  return reader
    .select()
    .from(dialogueItems)
    .where(eq(dialogueItems.dialogueId, dialogueId))
    .orderBy(asc(dialogueItems.position));
}

/** An item of the dialogue that the actor may know of; to anyone else it is not there. */
export async function findItem(
  { tables }: Pick<Db, 'tables'>,
  { tx, dialogue, invited }: OpenedDialogue,
  { actor, itemId }: { actor: Actor; itemId: DialogueItemId },
): Promise<ItemRow> {
  const { dialogueItems } = tables;
  const [item] = await tx
    .select()
    .from(dialogueItems)
    .where(and(eq(dialogueItems.id, itemId), eq(dialogueItems.dialogueId, dialogue.id)));
  if (!item) throw new DomainError({ code: 'not_found' });
  const { workspaceId } = dialogue;
  const mayKnow = may(actor, 'dialogueItem.see', { workspaceId, invited, ...item });
  if (!mayKnow) throw new DomainError({ code: 'not_found' });
  return item;
}

export function authorOf(actor: Actor) {
  return { accountId: actor.accountId, institutionId: actor.membership?.institutionId ?? null };
}
