import { all, noFields, outside, type RightsByRoute, signedIn } from './rights';

export const accountsRights: RightsByRoute = {
  '$.tsx': {
    at: () => '/nothing',
    get: all(404),
    forms: [{ does: 'anything', fields: noFields, refused: all(404) }],
  },
  '_index.tsx': { at: () => '/', get: all(302) },
  'account.tsx': {
    at: () => '/account',
    get: signedIn,
    forms: ['profile', 'password', 'end-session'].map((intent) => ({
      does: intent,
      fields: () => ({ intent, session: 'another' }),
      refused: { signedOut: 401 },
    })),
  },
  'account_.tokens.tsx': {
    at: () => '/account/tokens',
    get: signedIn,
    forms: [
      { does: 'create', fields: noFields, refused: { signedOut: 401 } },
      {
        does: 'create for a workspace of others',
        fields: ({ people }) => ({
          name: 'N',
          scopes: 'plans:read',
          workspaceId: people.convenor.actor.membership.workspaceId,
        }),
        refused: outside,
      },
      {
        does: 'revoke another person’s',
        fields: () => ({ intent: 'revoke', token: 'another' }),
        refused: { ...all(404), signedOut: 401 },
      },
    ],
  },
  'api.tsx': { at: () => '/api', get: all(200) },
  'forgot-password.tsx': { at: () => '/forgot-password', get: all(200), forms: 'everyone' },
  'home.tsx': { at: () => '/home', get: signedIn },
  'invitations.$token.tsx': {
    at: ({ invitationToken }) => `/invitations/${invitationToken}`,
    get: all(200),
    forms: [{ does: 'accept', fields: () => ({ intent: 'accept' }), refused: { signedOut: 401 } }],
  },
  'language.tsx': { at: () => '/language', get: all(302), forms: 'everyone' },
  'reset-password.$token.tsx': { at: () => '/reset-password/x', get: all(200), forms: 'everyone' },
  'setup.tsx': { at: () => '/setup', get: all(302), forms: 'everyone' },
  'sign-in.tsx': { at: () => '/sign-in', get: { ...all(302), signedOut: 200 }, forms: 'everyone' },
  'sign-out.tsx': { at: () => '/sign-out', get: all(302), forms: 'everyone' },
  'ui.tsx': { at: () => '/ui', get: all(404) },
};
