import { all, convenors, notConvenors, type RightsByRoute, w } from './rights';

export const lettersRights: RightsByRoute = {
  // Nobody's link: not there, whoever asks.
  'letters.$token.tsx': { at: () => '/letters/guessed', get: all(404), forms: 'everyone' },
  'w.$slug.dialogues.$id.letters.tsx': {
    at: w(({ dialogueId }) => `/dialogues/${dialogueId}/letters`),
    get: convenors,
    forms: [
      { does: 'send', fields: () => ({ act: 'letters-send' }), refused: notConvenors },
      {
        does: 'write to someone',
        fields: ({ people }) => ({
          ...{ act: 'letter-add', name: 'Dr', email: 'dr@example.org', language: 'fr' },
          institutionId: people.contributor.institutionId,
        }),
        refused: notConvenors,
      },
      {
        does: 'bring in answers',
        fields: () => ({ act: 'replies-take', text: 'BEGIN:VCALENDAR' }),
        refused: notConvenors,
      },
    ],
  },
};
