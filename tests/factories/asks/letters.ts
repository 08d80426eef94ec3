import type { LetterId } from '#domain/ids';
import { type AsksOf, kept, type OpenIn, onWorkspace, type Place } from './ask';

type Feature = 'letters';

const onDialogue = (on: Place) => ({ ...onWorkspace(on), dialogueId: on.publicDialogueId });
const letterId = 'letter' as LetterId;

export const letterAsks: AsksOf<Feature> = {
  letters: {
    addLetters: kept((s, on) => s.letters.addLetters({ ...onDialogue(on), addressees: [] })),
    removeLetter: kept((s, on) => s.letters.removeLetter({ ...onDialogue(on), letterId })),
    setLetterText: kept((s, on) =>
      s.letters.setLetterText({ ...onDialogue(on), text: '', hasReminders: false }),
    ),
    sendLetters: kept((s, on) => s.letters.sendLetters(onDialogue(on))),
    remindUnanswered: kept((s, on) => s.letters.remindUnanswered(onDialogue(on))),
    listLetters: kept((s, on) => s.letters.listLetters(onDialogue(on))),
    previewLetter: kept((s, on) => s.letters.previewLetter({ ...onDialogue(on), language: 'en' })),
    takeReplies: kept((s, on) => s.letters.takeReplies({ ...onDialogue(on), text: 'BEGIN:VCALENDAR' })),
  },
};

export const openInLetters: OpenIn<Feature> = {
  // By whoever holds a letter, and by the server's own clockwork.
  letters: [
    'openLetter',
    'answerByLink',
    'nameByLink',
    'unnameByLink',
    'sendDueReminders',
    'sendFailedAgain',
    'start',
    'stop',
  ],
};
