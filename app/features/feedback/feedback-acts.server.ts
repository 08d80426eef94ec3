import { type ActContext, act } from '#app/features/dialogues/acts.server';
import { usefulnessSteps } from '#domain/dialogues/feedback';
import type { InstitutionId } from '#domain/ids';
import { feedbackSchema, replySchema } from './schemas';

/** What an institution says of a dialogue that has ended, and what a convenor replies. */
export function feedbackActs({ services: { feedback }, asked, own }: ActContext) {
  return {
    give: act(feedbackSchema, ({ heard, usefulness, text }) =>
      feedback.giveFeedback({
        ...{ ...asked, institutionId: own },
        facts: {
          ...{ heard, text },
          usefulness: usefulnessSteps.find((step) => String(step) === usefulness) ?? null,
        },
      }),
    ),
    reply: act(replySchema, ({ institutionId, seenAt, reply }) =>
      feedback.answerFeedback({
        ...{ ...asked, seenAt, reply },
        institutionId: institutionId as InstitutionId,
      }),
    ),
  };
}
