import { asc, eq, inArray } from 'drizzle-orm';
import type { DialogueId, WorkspaceId } from '#domain/ids';
import { labelColumns, labelOf } from '../institutions';
import { marksOf, positionsOf } from './ballot';
import { findDialogue, invitationsOf, itemsOf } from './in-dialogue';
import { itemMaterialsOf } from './item-quotes';
import { planQuotes } from './plan-quotes';
import { registerReader } from './register';
import type { Dependencies } from './types';

/** All there is to know of a dialogue, also what some may not know: views are made of it. */
export type Sitting = Awaited<ReturnType<ReturnType<typeof sittingQuery>>>;

export function sittingQuery({ db, clock, documents }: Pick<Dependencies, 'db' | 'clock' | 'documents'>) {
  const { dialogueProposals, dialogueDelegates, dialogueMinutes, institutions } = db.tables;
  const readRegister = registerReader(db);
  const { readHashes } = planQuotes({ db, documents });

  /** Throws `not_found` for a dialogue that is not in the workspace. */
  return async function readSitting(which: { workspaceId: WorkspaceId; dialogueId: DialogueId }) {
    const { workspaceId, dialogueId } = which;
    const nowMs = clock.now().getTime();
    const dialogue = await findDialogue(db, db.read, which);
    const [agenda, invitations, marks, proposals, delegates, register, { quotes, papers }, [minutes]] =
      await Promise.all([
        itemsOf(db, db.read, dialogueId),
        invitationsOf(db, db.read, dialogueId),
        marksOf(db, db.read, dialogueId),
        db.read
          .select()
          .from(dialogueProposals)
          .where(eq(dialogueProposals.dialogueId, dialogueId))
          .orderBy(asc(dialogueProposals.number)),
        db.read
          .select()
          .from(dialogueDelegates)
          .where(eq(dialogueDelegates.dialogueId, dialogueId))
          .orderBy(asc(dialogueDelegates.id)),
        readRegister({ workspaceId, dialogueId }),
        itemMaterialsOf(db, db.read, dialogueId),
        db.read
          .select({ lockedAt: dialogueMinutes.lockedAt })
          .from(dialogueMinutes)
          .where(eq(dialogueMinutes.dialogueId, dialogueId)),
      ]);
    const [positions, hashNow] = await Promise.all([
      positionsOf(
        db,
        db.read,
        proposals.map(({ id }) => id),
      ),
      readHashes([...proposals, ...quotes].flatMap(({ source }) => source ?? [])),
    ]);
    const ids = invitations.map(({ institutionId }) => institutionId);
    const labels =
      ids.length === 0
        ? []
        : await db.read
            .select(labelColumns(db.tables))
            .from(institutions)
            .where(inArray(institutions.id, ids));
    return {
      ...{
        nowMs,
        workspaceId,
        dialogue,
        agenda,
        invitations,
        marks,
        proposals,
        delegates,
        register,
        quotes,
        papers,
        positions,
        hashNow,
        isFinal: Boolean(minutes?.lockedAt),
      },
      labels: labels.map(labelOf),
    };
  };
}
