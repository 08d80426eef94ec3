import type { FilledWorkspace } from './filled-workspace';
import { type Persona, personas } from './inhabited-server';

type Statuses = Record<Persona, number>;

export interface Form {
  /** What it does, in words. */
  does: string;
  fields: (place: FilledWorkspace) => Record<string, string>;
  /** For whom it is refused, and how; everyone else is let through to what the form itself says. */
  refused: Partial<Statuses>;
}

export interface RouteRights {
  at: (place: FilledWorkspace) => string;
  get: Statuses;
  /** Forms of a page at which everyone may knock have none: their own tests say what they refuse. */
  forms?: Form[] | 'everyone';
}

const all = (status: number): Statuses =>
  Object.fromEntries(personas.map((persona) => [persona, status])) as Statuses;

const signedIn = { ...all(200), signedOut: 302 };
const members = { ...signedIn, stranger: 404, administrator: 404 };
const writers = { ...members, observer: 403, contributor: 403 };
const convenors = { ...writers, drafter: 403 };
const administrators = { ...all(404), signedOut: 302, administrator: 200 };

const outside = { signedOut: 401, stranger: 404, administrator: 404 };
const notWriters = { ...outside, observer: 403, contributor: 403 };
const notConvenors = { ...notWriters, drafter: 403 };
const notAdministrators = { ...all(404), signedOut: 401, administrator: undefined };

const w = (rest: (place: FilledWorkspace) => string) => (place: FilledWorkspace) =>
  `/w/${place.slug}${rest(place)}`;
const plan = (rest: string) => w(({ planId }) => `/plans/${planId}${rest}`);
const none = () => ({});
const dialogue = (rest: string) => w(({ dialogueId }) => `/dialogues/${dialogueId}${rest}`);
const dialogueFields = () => ({
  act: 'facts',
  title: 'Other',
  type: 'training',
  date: '2026-05-04',
  time: '09:00',
  timeZone: 'UTC',
});
const workspaceFacts = { name: 'N', country: 'MG', currency: 'MGA', languages: 'fr' };
const institutionFacts = { kind: 'ministry', country: 'MG', nameEn: 'N' };

/** What each route shows to whom, by file; a file without an entry fails the test. */
export const routeRights: Record<string, RouteRights> = {
  '$.tsx': {
    at: () => '/nothing',
    get: all(404),
    forms: [{ does: 'anything', fields: none, refused: all(404) }],
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
  'admin._index.tsx': { at: () => '/admin', get: administrators },
  'admin.institutions.tsx': { at: () => '/admin/institutions', get: administrators },
  'admin.institutions[.]csv.ts': { at: () => '/admin/institutions.csv', get: administrators },
  'admin.institutions_.$id.tsx': {
    at: ({ institutionId }) => `/admin/institutions/${institutionId}`,
    get: administrators,
    forms: [{ does: 'edit', fields: () => institutionFacts, refused: notAdministrators }],
  },
  'admin.tsx': { at: () => '/admin', get: administrators },
  'admin.workspaces.new.tsx': {
    at: () => '/admin/workspaces/new',
    get: administrators,
    forms: [{ does: 'create', fields: none, refused: notAdministrators }],
  },
  'admin.workspaces[.]csv.ts': { at: () => '/admin/workspaces.csv', get: administrators },
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
  'w.$slug.decisions.tsx': { at: w(() => '/decisions'), get: members },
  'w.$slug.decisions[.]csv.ts': { at: w(() => '/decisions.csv'), get: members },
  'w.$slug.dialogues.$id._index.tsx': { at: dialogue(''), get: members },
  'w.$slug.dialogues.$id.console.tsx': {
    at: dialogue('/console'),
    get: convenors,
    forms: [
      { does: 'start', fields: () => ({ act: 'start' }), refused: notConvenors },
      {
        does: 'mark attendance',
        fields: ({ people }) => ({
          act: 'attendance',
          id: 'mark',
          institutionId: people.contributor.institutionId,
          state: 'present',
        }),
        refused: notConvenors,
      },
    ],
  },
  'w.$slug.dialogues.$id.edit.tsx': {
    at: dialogue('/edit'),
    get: convenors,
    forms: [
      { does: 'change its facts', fields: dialogueFields, refused: notConvenors },
      {
        does: 'add an item',
        fields: () => ({
          act: 'item-add',
          id: 'item',
          title: 'Other',
          purpose: 'decision',
          plannedMinutes: '5',
          confidentiality: 'public',
        }),
        refused: notConvenors,
      },
      {
        does: 'invite',
        fields: ({ people }) => ({ act: 'invite', institutionIds: people.spare.institutionId }),
        refused: notConvenors,
      },
    ],
  },
  'w.$slug.dialogues.$id.take-part.tsx': {
    at: dialogue('/take-part'),
    get: members,
    forms: [
      {
        does: 'answer for an invited institution',
        fields: () => ({ act: 'answer', answer: 'accepted' }),
        refused: { ...outside, observer: 403, drafter: 403, convenor: 403 },
      },
      {
        does: 'name a delegate',
        fields: () => ({ act: 'delegate-add', id: 'delegate', name: 'Head', role: 'head' }),
        refused: { ...outside, observer: 403, drafter: 403, convenor: 403 },
      },
    ],
  },
  'w.$slug.dialogues._index.tsx': { at: w(() => '/dialogues'), get: members },
  'w.$slug.dialogues.new.tsx': {
    at: w(() => '/dialogues/new'),
    get: convenors,
    forms: [{ does: 'plan', fields: dialogueFields, refused: notConvenors }],
  },
  'w.$slug.dialogues[.]csv.ts': { at: w(() => '/dialogues.csv'), get: members },
  'w.$slug_.dialogues.$id.room.tsx': { at: dialogue('/room'), get: members },
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
  'w.$slug.plans.$planId.tsx': { at: plan(''), get: members },
  'w.$slug.plans.$planId._index.tsx': { at: plan(''), get: members },
  'w.$slug.plans.$planId.actions.tsx': {
    at: plan('/actions'),
    get: members,
    forms: [
      {
        does: 'report as the lead',
        fields: ({ actionId }) => ({
          actionId,
          periodStart: '2026-01-01',
          periodEnd: '2026-12-31',
          status: 'in_progress',
        }),
        refused: { ...outside, observer: 403, drafter: 403, convenor: 403 },
      },
    ],
  },
  'w.$slug.plans.$planId.figures.tsx': { at: plan('/figures'), get: members },
  'w.$slug.plans.$planId.import.$importId.tsx': {
    at: w(({ planId, importId }) => `/plans/${planId}/import/${importId}`),
    get: writers,
    forms: ['table', 'mapping', 'names', 'apply', 'discard'].map((intent) => ({
      does: intent,
      fields: () => ({ intent, headerRow: '1', headerRows: '1' }),
      refused: notWriters,
    })),
  },
  'w.$slug.plans.$planId.import._index.tsx': {
    at: plan('/import'),
    get: writers,
    forms: [{ does: 'take in a file', fields: none, refused: notWriters }],
  },
  'w.$slug.plans.$planId.settings.tsx': {
    at: plan('/settings'),
    get: writers,
    forms: [
      {
        does: 'rename',
        fields: () => ({ title: 'Other', startYear: '2026', endYear: '2030' }),
        refused: notWriters,
      },
      { does: 'archive', fields: () => ({ intent: 'archive' }), refused: notConvenors },
      { does: 'restore', fields: () => ({ intent: 'restore' }), refused: notConvenors },
    ],
  },
  'w.$slug.plans._index.tsx': { at: w(() => '/plans'), get: members },
  'w.$slug.plans.new.tsx': {
    at: w(() => '/plans/new'),
    get: writers,
    forms: [
      {
        does: 'create',
        fields: () => ({
          title: 'Other',
          start: 'blank',
          language: 'fr',
          startYear: '2026',
          endYear: '2030',
        }),
        refused: notWriters,
      },
    ],
  },
  'w.$slug.plans_.$planId.export.ts': { at: plan('/export?as=csv'), get: members },
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
