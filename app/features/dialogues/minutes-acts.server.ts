import { instantOfLocal } from '#domain/dialogues/local-time';
import type { DialogueItemId } from '#domain/ids';
import { type ActContext, act } from './acts.server';
import { correctionAnswer, correctionSchema, minutesCirculation, nothing } from './schemas';

/** What brings minutes from the draft to their end. */
export function minutesActs({ dialogues, asked }: ActContext) {
  return {
    'minutes-begin': act(nothing, () => dialogues.beginMinutes(asked)),
    'minutes-submit': act(nothing, () => dialogues.submitMinutes(asked)),
    'minutes-return': act(nothing, () => dialogues.returnMinutes(asked)),
    'minutes-circulate': act(minutesCirculation, async (deadline) => {
      const { timeZone } = await dialogues.showDialogue(asked);
      await dialogues.circulateMinutes({ ...asked, deadlineMs: instantOfLocal(deadline, timeZone) });
    }),
    'minutes-extend': act(minutesCirculation, async (deadline) => {
      const { timeZone } = await dialogues.showDialogue(asked);
      await dialogues.extendMinutes({ ...asked, deadlineMs: instantOfLocal(deadline, timeZone) });
    }),
    'minutes-recall': act(nothing, () => dialogues.recallMinutes(asked)),
    'minutes-lock': act(nothing, () => dialogues.lockMinutes(asked)),
    'correction-propose': act(correctionSchema, ({ id, itemId, text }) =>
      dialogues.proposeCorrection({
        ...asked,
        correction: { id, text, itemId: itemId as DialogueItemId },
      }),
    ),
    'correction-answer': act(correctionAnswer, ({ correctionId, accepted, reason }) =>
      dialogues.answerCorrection({ ...asked, correctionId, accepted: accepted === 'yes', reason }),
    ),
  };
}
