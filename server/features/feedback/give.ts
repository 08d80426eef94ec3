import { and, eq } from 'drizzle-orm';
import {
  feedbackStateOf,
  type Heard,
  heardAnswers,
  type Usefulness,
  usefulnessSteps,
} from '#domain/dialogues/feedback';
import { DomainError } from '#domain/errors';
import type { InstitutionId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { type Asked, type Dependencies, inDialogueOf, invalid, limited, textLength } from '../dialogues';

export interface FeedbackFacts {
  heard: Heard;
  usefulness: Usefulness | null;
  /** What was not heard; may be empty. */
  text: string;
}

export function giveCommand(dependencies: Dependencies) {
  const { dialogueFeedback } = dependencies.db.tables;
  const inDialogue = inDialogueOf(dependencies);

  /**
   * The institution for which the actor acts says whether it was heard, or says it anew; the same said twice counts
   * once. Throws `feedback_closed` before the end of the dialogue and once the time for it is over.
   */
  async function giveFeedback({
    institutionId,
    facts,
    ...asked
  }: Asked & { institutionId: InstitutionId; facts: FeedbackFacts }): Promise<void> {
    const given = assertFeedback(facts);
    await inDialogue(
      asked,
      async ({ tx, dialogue, invited, nowMs, at, tell }) => {
        authorise(asked.actor, 'feedback.give', { ...asked, institutionId, invited });
        const key = { dialogueId: dialogue.id, institutionId };
        const [before] = await tx
          .select()
          .from(dialogueFeedback)
          .where(
            and(
              eq(dialogueFeedback.dialogueId, dialogue.id),
              eq(dialogueFeedback.institutionId, institutionId),
            ),
          );
        // First: a second click at the last moment has been heard.
        if (before && isSame(before, given)) return;
        if (feedbackStateOf(dialogue, nowMs) !== 'open') throw new DomainError({ code: 'feedback_closed' });
        const said = { ...given, givenAt: at, givenBy: asked.actor.accountId };
        await tx
          .insert(dialogueFeedback)
          .values({ ...key, ...said })
          .onConflictDoUpdate({
            target: [dialogueFeedback.dialogueId, dialogueFeedback.institutionId],
            set: said,
          });
        const { heard, usefulness } = given;
        await tell('feedbackGiven', { institutionId, heard, usefulness });
      },
      { evenFinal: true },
    );
  }

  return { giveFeedback };
}

function isSame(before: FeedbackFacts, { heard, usefulness, text }: FeedbackFacts): boolean {
  return before.heard === heard && before.usefulness === usefulness && before.text === text;
}

function assertFeedback({ heard, usefulness, text }: FeedbackFacts): FeedbackFacts {
  if (!heardAnswers.includes(heard)) throw invalid('heard');
  if (usefulness !== null && !usefulnessSteps.includes(usefulness)) throw invalid('usefulness');
  return { heard, usefulness, text: limited(text.trim(), 'text', textLength.text) };
}
