import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/db';
import { standingAnswer } from '#domain/dialogues/kept-answer';
import type { DelegateRole } from '#domain/dialogues/kinds';
import { DomainError } from '#domain/errors';
import type { AccountId, DelegateId, DialogueId, InstitutionId } from '#domain/ids';
import { assertText, textLength } from './assert-facts';
import type { OpenedDialogue } from './in-dialogue';
import { latecomersOf } from './latecomers';
import type { InvitationRow } from './types';

/** What an invited institution says for itself, by a member or by whoever holds its letter. Callers have authorised it. */
export function delegationOf({ tables }: Pick<Db, 'tables'>) {
  const { admit } = latecomersOf({ tables });
  const { dialogueInvitations, dialogueDelegates, events } = tables;

  /** An answer with an id counts once, also when it arrives again after another. */
  async function giveAnswer(
    opened: OpenedDialogue,
    {
      institutionId,
      answer,
      accountId,
      answerId,
      basis = null,
    }: {
      institutionId: InstitutionId;
      answer: 'accepted' | 'declined';
      accountId: AccountId | null;
      answerId?: string;
      /** On what the convenor knows it; null where the institution says it. */
      basis?: string | null;
    },
  ): Promise<void> {
    const { tx, dialogue, invitations, at, tell } = opened;
    const before = invitations.find((one) => one.institutionId === institutionId);
    if (before && isKnown(before)) return;
    if (answerId !== undefined && (await isKnownAnswer())) return;
    const given = { answer, answeredAt: at, answeredBy: accountId, answerBasis: basis };
    // What is answered next in the same transaction is measured by it.
    if (before) Object.assign(before, given);
    await tx
      .update(dialogueInvitations)
      .set(given)
      .where(
        and(
          eq(dialogueInvitations.dialogueId, dialogue.id),
          eq(dialogueInvitations.institutionId, institutionId),
        ),
      );
    await tell(answer, { institutionId, answerId, ...(basis !== null && { basis }) });
    if (answer === 'accepted') await admit(opened, institutionId);

    /** What a member says counts beside what its letters have said, also where it is the same. */
    function isKnown(kept: InvitationRow): boolean {
      const isSame = standingAnswer(kept) === answer && kept.answerBasis === basis;
      return isSame && (accountId === null || kept.answeredBy !== null);
    }

    async function isKnownAnswer(): Promise<boolean> {
      const told = await tx
        .select({ after: events.after })
        .from(events)
        .where(
          and(
            eq(events.subjectType, 'dialogue'),
            eq(events.subjectId, dialogue.id),
            inArray(events.kind, ['dialogue.accepted', 'dialogue.declined']),
          ),
        );
      return told.some(({ after }) => after?.institutionId === institutionId && after.answerId === answerId);
    }
  }

  /** Names someone of the delegation; the id is made by who sends. */
  async function nameDelegate(
    { tx, dialogue, tell }: OpenedDialogue,
    {
      institutionId,
      delegate: { id, role, name },
    }: { institutionId: InstitutionId; delegate: { id: DelegateId; name: string; role: DelegateRole } },
  ): Promise<void> {
    const asserted = assertText(name, 'name', textLength.line);
    const [known] = await tx.select().from(dialogueDelegates).where(eq(dialogueDelegates.id, id));
    if (known?.dialogueId === dialogue.id && known.institutionId === institutionId) return;
    if (known) throw new DomainError({ code: 'conflict' });
    await tx
      .insert(dialogueDelegates)
      .values({ dialogueId: dialogue.id, institutionId, id, name: asserted, role });
    await tell('delegationChanged', { institutionId, delegateId: id, name: asserted, role });
  }

  async function unnameDelegate(
    { tx, dialogue, tell }: OpenedDialogue,
    { institutionId, delegateId }: { institutionId: InstitutionId; delegateId: DelegateId },
  ): Promise<void> {
    const gone = await tx
      .delete(dialogueDelegates)
      .where(
        and(eq(dialogueDelegates.id, delegateId), ofInstitution({ dialogueId: dialogue.id, institutionId })),
      )
      .returning({ id: dialogueDelegates.id });
    if (gone.length > 0) await tell('delegationChanged', { institutionId, delegateId, isRemoved: true });
  }

  function ofInstitution(of: { dialogueId: DialogueId; institutionId: InstitutionId }) {
    return and(
      eq(dialogueDelegates.dialogueId, of.dialogueId),
      eq(dialogueDelegates.institutionId, of.institutionId),
    );
  }

  return { giveAnswer, nameDelegate, unnameDelegate };
}
