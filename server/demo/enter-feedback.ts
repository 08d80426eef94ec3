import type { DemoDialogue } from '#db/seed/types';
import type { Sitting } from './open-sitting';

const dayMinutes = 24 * 60;
const replyMinutes = 4 * 60;

/** Institutions say, day by day, whether they were heard; the convenor replies to what they wrote. */
export async function enterFeedback(
  { feedback, asked, actorOf, idOf, pass, nowMs }: Sitting,
  { feedback: given = [] }: Pick<DemoDialogue, 'feedback'>,
): Promise<void> {
  for (const { acronym, reply, ...facts } of given) {
    const actor = actorOf(acronym);
    if (!actor) continue;
    pass(dayMinutes);
    const institutionId = idOf(acronym);
    const seenAt = new Date(nowMs()).toISOString();
    await feedback.giveFeedback({ ...asked, actor, institutionId, facts });
    if (!reply) continue;
    pass(replyMinutes);
    await feedback.answerFeedback({ ...asked, institutionId, seenAt, reply });
    pass(dayMinutes - replyMinutes);
  }
}
