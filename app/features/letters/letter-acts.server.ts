import { type ActContext, act } from '#app/features/dialogues/acts.server';
import { nothing } from '#app/features/dialogues/schemas';
import { handleForm } from '#app/http/form.server';
import type { InstitutionId, LetterId } from '#domain/ids';
import type { ReadReply } from '#server/features/letters';
import { aboutLetter, addresseeSchema, knownChosen, letterText, repliesSchema } from './schemas';

/** What the page shows of the answers that it was given. */
export interface RepliesAnswer {
  replies: ReadReply[];
}

/** What a convenor does with letters. */
export function letterActs({ services: { letters }, asked }: ActContext) {
  return {
    'letter-add': act(addresseeSchema, ({ institutionId, ...person }) =>
      letters.addLetters({
        ...asked,
        addressees: [{ ...person, institutionId: institutionId as InstitutionId }],
      }),
    ),
    'letters-add-known': act(knownChosen, async ({ emails }) => {
      const { known } = await letters.listLetters(asked);
      const addressees = known
        .filter(({ email }) => emails.includes(email))
        .map(({ institution, ...person }) => ({ ...person, institutionId: institution.id }));
      await letters.addLetters({ ...asked, addressees });
    }),
    'letter-remove': act(aboutLetter, ({ letterId }) =>
      letters.removeLetter({ ...asked, letterId: letterId as LetterId }),
    ),
    'letter-text': act(letterText, (value) => letters.setLetterText({ ...asked, ...value })),
    'letters-send': act(nothing, () => letters.sendLetters(asked)),
    'letters-remind': act(nothing, () => letters.remindUnanswered(asked)),
    'replies-take': (formData: FormData) =>
      handleForm({
        formData,
        schema: repliesSchema,
        act: async ({ text }) => {
          const answer: RepliesAnswer = { replies: await letters.takeReplies({ ...asked, text }) };
          return Response.json(answer);
        },
      }),
  };
}
