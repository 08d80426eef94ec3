import type { FilledWorkspace } from '../filled-workspace';
import { all, convenors, notConvenors, type RightsByRoute, w } from './rights';

const dialogue = (rest: string) => w(({ publicDialogueId }) => `/dialogues/${publicDialogueId}${rest}`);
const page = (rest: string) => (place: FilledWorkspace) =>
  `/p/${place.slug}/dialogues/${place.publicDialogueId}${rest}`;

export const publicDialoguesRights: RightsByRoute = {
  'p.$slug.dialogues._index.tsx': { at: ({ slug }) => `/p/${slug}/dialogues`, get: all(200) },
  'p.$slug.dialogues.$id.tsx': { at: page(''), get: all(200), forms: 'everyone' },
  'p.$slug.dialogues.$id[.]ics.ts': { at: page('.ics'), get: all(200) },
  'registrations.$token.tsx': { at: () => '/registrations/withdrawn', get: all(200), forms: 'everyone' },
  'w.$slug.dialogues.$id.public.tsx': {
    at: dialogue('/public'),
    get: convenors,
    forms: [
      {
        does: 'take the page offline',
        fields: () => ({ act: 'visibility', visibility: 'members' }),
        refused: notConvenors,
      },
      {
        does: 'add a paper',
        fields: () => ({
          ...{ act: 'link-add', id: 'link', kind: 'paper', title: 'T' },
          ...{ url: 'https://example.org', audience: 'public' },
        }),
        refused: notConvenors,
      },
    ],
  },
  'w.$slug.dialogues.$id.registrations.tsx': {
    at: dialogue('/registrations'),
    get: convenors,
    forms: [
      { does: 'end registration', fields: () => ({ act: 'rules-end' }), refused: notConvenors },
      {
        does: 'remove someone',
        fields: () => ({ act: 'remove', registrationId: 'someone' }),
        refused: notConvenors,
      },
    ],
  },
  'w.$slug.dialogues.$id.registrations[.]csv.ts': { at: dialogue('/registrations.csv'), get: convenors },
  'w.$slug.dialogues.$id.registrations[.]xlsx.ts': { at: dialogue('/registrations.xlsx'), get: convenors },
};
