import { all, convenors, institutionFacts, members, notConvenors, type RightsByRoute, w } from './rights';

const workspaceFacts = { name: 'N', country: 'MG', currency: 'MGA', languages: 'fr' };

export const workspacesRights: RightsByRoute = {
  'w.$slug.tsx': { at: w(() => ''), get: members },
  'w.$slug._index.tsx': { at: w(() => ''), get: members },
  'w.$slug.acting.ts': {
    at: w(() => '/acting'),
    get: all(302),
    forms: [
      {
        does: 'act for another person’s institution',
        fields: ({ people }) => ({ membershipId: people.spare.membershipId }),
        refused: { ...all(404), signedOut: 401 },
      },
    ],
  },
  'w.$slug.activity.tsx': { at: w(() => '/activity'), get: members },
  'w.$slug.activity[.]csv.ts': { at: w(() => '/activity.csv'), get: members },
  'w.$slug.clock.ts': { at: w(() => '/clock'), get: members },
  'w.$slug.institutions.$id._index.tsx': {
    at: w(({ institutionId }) => `/institutions/${institutionId}`),
    get: members,
    forms: [{ does: 'remove', fields: () => ({ intent: 'remove' }), refused: notConvenors }],
  },
  'w.$slug.institutions.$id.edit.tsx': {
    at: w(({ people }) => `/institutions/${people.spare.institutionId}/edit`),
    get: convenors,
    forms: [{ does: 'edit', fields: () => institutionFacts, refused: notConvenors }],
  },
  'w.$slug.institutions._index.tsx': { at: w(() => '/institutions'), get: members },
  'w.$slug.institutions.add.tsx': {
    at: w(() => '/institutions/add'),
    get: convenors,
    forms: [
      {
        does: 'add a known one',
        fields: ({ people }) => ({ intent: 'add', institutionId: people.spare.institutionId }),
        refused: notConvenors,
      },
      { does: 'enter a new one', fields: () => institutionFacts, refused: notConvenors },
    ],
  },
  'w.$slug.institutions[.]csv.ts': { at: w(() => '/institutions.csv'), get: members },
  'w.$slug.live.ts': { at: w(() => '/live'), get: members },
  'w.$slug.members.$membershipId.tsx': {
    at: w(({ people }) => `/members/${people.spare.membershipId}`),
    get: convenors,
    forms: [
      { does: 'change', fields: () => ({ role: 'convenor', canInvite: 'on' }), refused: notConvenors },
      { does: 'end', fields: () => ({ intent: 'end' }), refused: notConvenors },
    ],
  },
  'w.$slug.members._index.tsx': {
    at: w(() => '/members'),
    get: members,
    forms: ['renew', 'revoke'].map((intent) => ({
      does: `${intent} an invitation`,
      fields: ({ invitationId }) => ({ intent, invitationId }),
      refused: notConvenors,
    })),
  },
  'w.$slug.members.invite.tsx': {
    at: w(() => '/members/invite'),
    get: convenors,
    forms: [
      {
        does: 'invite',
        fields: ({ people }) => ({ institutionId: people.spare.institutionId, role: 'observer', by: 'link' }),
        refused: notConvenors,
      },
    ],
  },
  'w.$slug.members[.]csv.ts': { at: w(() => '/members.csv'), get: members },
  'w.$slug.settings.tsx': {
    at: w(() => '/settings'),
    get: members,
    forms: [
      { does: 'save', fields: () => workspaceFacts, refused: notConvenors },
      {
        does: 'set the calendar',
        fields: () => ({ intent: 'calendar', appliesFrom: '2030-01-01', startMonth: '7', startDay: '1' }),
        refused: notConvenors,
      },
      {
        does: 'remove a calendar',
        fields: () => ({ intent: 'remove-calendar', appliesFrom: '2000-01-01' }),
        refused: notConvenors,
      },
    ],
  },
};
