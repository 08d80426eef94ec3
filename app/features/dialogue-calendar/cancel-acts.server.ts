import { z } from 'zod';
import { type ActContext, act } from '#app/features/dialogues/acts.server';
import { nothing } from '#app/features/dialogues/schemas';

const cancelSchema = z.object({
  reason: z.string({ required_error: 'reasonMissing' }).trim().min(1, 'reasonMissing').max(1_000, 'tooLong'),
});

export function cancelActs({ services: { dialogueCalendar }, asked }: ActContext) {
  return {
    cancel: act(cancelSchema, ({ reason }) => dialogueCalendar.cancelDialogue({ ...asked, reason })),
    reinstate: act(nothing, () => dialogueCalendar.reinstateDialogue(asked)),
  };
}
