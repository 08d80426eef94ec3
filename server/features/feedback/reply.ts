import { and, eq } from 'drizzle-orm';
import { replyStateOf } from '#domain/dialogues/feedback';
import { DomainError } from '#domain/errors';
import type { InstitutionId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { type Asked, assertText, type Dependencies, inDialogueOf } from '../dialogues';

export function replyCommand(dependencies: Dependencies) {
  const { dialogueFeedback } = dependencies.db.tables;
  const inDialogue = inDialogueOf(dependencies);

  /**
   * Replies to what an institution wrote: what is done about it. A convenor may reply anew, also once feedback is closed.
   * Throws `stale` where the institution has changed its feedback after it was read, or has written nothing.
   */
  async function answerFeedback({
    institutionId,
    seenAt,
    reply,
    ...asked
  }: Asked & {
    institutionId: InstitutionId;
    /** When the feedback that is replied to was given. */
    seenAt: string;
    reply: string;
  }): Promise<void> {
    authorise(asked.actor, 'feedback.answer', asked);
    const asserted = assertText(reply, 'reply');
    await inDialogue(
      asked,
      async ({ tx, dialogue, at, tell }) => {
        const ofInstitution = and(
          eq(dialogueFeedback.dialogueId, dialogue.id),
          eq(dialogueFeedback.institutionId, institutionId),
        );
        const [given] = await tx.select().from(dialogueFeedback).where(ofInstitution);
        if (!given) throw new DomainError({ code: 'not_found' });
        if (given.reply === asserted && replyStateOf(given) === 'given') return;
        if (given.givenAt !== seenAt || replyStateOf(given) === 'none')
          throw new DomainError({ code: 'stale' });
        await tx
          .update(dialogueFeedback)
          .set({ reply: asserted, repliedAt: at, repliedBy: asked.actor.accountId })
          .where(ofInstitution);
        await tell('feedbackAnswered', { institutionId });
      },
      { evenFinal: true },
    );
  }

  return { answerFeedback };
}
