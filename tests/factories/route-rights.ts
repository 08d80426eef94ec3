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

const listers = { ...members, observer: 403 };
/** A partner's own record: its people change it, the drafter's here; the convenors only while it has none. */
const keepers = { ...writers, convenor: 403 };

const outside = { signedOut: 401, stranger: 404, administrator: 404 };
const notWriters = { ...outside, observer: 403, contributor: 403 };
const notKeepers = { ...notWriters, convenor: 403 };
const notConvenors = { ...notWriters, drafter: 403 };
const notAdministrators = { ...all(404), signedOut: 401, administrator: undefined };

const w = (rest: (place: FilledWorkspace) => string) => (place: FilledWorkspace) =>
  `/w/${place.slug}${rest(place)}`;
const plan = (rest: string) => w(({ planId }) => `/plans/${planId}${rest}`);
const partner = (rest: string) => w(({ partnerId }) => `/partners/${partnerId}${rest}`);
const iati = (rest: string) => w(({ iatiImportId }) => `/imports/${iatiImportId}${rest}`);
const notImporters = { ...outside, observer: 403 };
const mandateFields = { theme: 'hiv', instrument: 'grant', role: '1', reason: 'R' };
const viewForms = (list: string): Form[] => [
  {
    does: 'save-view',
    fields: () => ({ intent: 'save-view', name: 'N', query: 'theme=hiv' }),
    refused: outside,
  },
  {
    does: `share a view of ${list}`,
    fields: () => ({ intent: 'save-view', name: 'N', query: 'theme=hiv', isShared: 'on' }),
    refused: { ...outside, observer: 403 },
  },
  {
    does: 'remove-view',
    fields: ({ viewId }) => ({ intent: 'remove-view', viewId }),
    refused: notWriters,
  },
];
const none = () => ({});
const activity = (rest: string) => w(({ activityId }) => `/commitments/${activityId}${rest}`);
const cycle = (rest: string) => w(({ cycleId }) => `/cycles/${cycleId}${rest}`);
const dateFacts = { date: '2026-05-31', precision: 'day', state: 'confirmed' };
const budgetFacts = { country: 'MG', kind: 'circular', ...dateFacts };
const cycleFacts = {
  kind: 'allocation',
  name: 'N',
  periodStart: '2026-01-01',
  periodEnd: '2028-12-31',
  fiscalStartMonth: '1',
  fiscalStartDay: '1',
};
const envelopeFacts = { status: 'indicative', amountText: '12', currency: 'USD' };
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
  'account_.tokens.tsx': {
    at: () => '/account/tokens',
    get: signedIn,
    forms: [
      { does: 'create', fields: none, refused: { signedOut: 401 } },
      {
        does: 'create for a workspace of others',
        fields: ({ people }) => ({
          name: 'N',
          scopes: 'plans:read',
          workspaceId: people.convenor.actor.membership.workspaceId,
        }),
        refused: { ...outside },
      },
      {
        does: 'revoke another person’s',
        fields: () => ({ intent: 'revoke', token: 'another' }),
        refused: { ...all(404), signedOut: 401 },
      },
    ],
  },
  'admin._index.tsx': { at: () => '/admin', get: administrators },
  'admin.exchange-rates.tsx': {
    at: () => '/admin/exchange-rates',
    get: administrators,
    forms: ['upload', 'confirm', 'discard'].map((intent) => ({
      does: intent,
      fields: () => ({ intent, id: 'another' }),
      refused: notAdministrators,
    })),
  },
  'admin.exchange-rates[.]csv.ts': { at: () => '/admin/exchange-rates.csv', get: administrators },
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
  'api.tsx': { at: () => '/api', get: all(200) },
  'calendar.$token[.]ics.ts': { at: ({ feedToken }) => `/calendar/${feedToken}.ics`, get: all(200) },
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
  'w.$slug.dialogues.$id.live.ts': { at: dialogue('/live'), get: members },
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
  'w.$slug.calendar._index.tsx': {
    at: w(() => '/calendar'),
    get: members,
    forms: [
      {
        does: 'set another country’s calendar',
        fields: () => ({ intent: 'calendar', appliesFrom: '2018-07-01', startMonth: '7', startDay: '1' }),
        refused: notConvenors,
      },
      {
        does: 'remove a calendar',
        fields: () => ({ intent: 'remove-calendar', appliesFrom: '2000-01-01' }),
        refused: notConvenors,
      },
    ],
  },
  'w.$slug.calendar[.]csv.ts': { at: w(() => '/calendar.csv'), get: members },
  'w.$slug.calendar.events.new.tsx': {
    at: w(() => '/calendar/events/new'),
    get: convenors,
    forms: [{ does: 'add', fields: () => budgetFacts, refused: notConvenors }],
  },
  'w.$slug.calendar.events.$eventId.tsx': {
    at: w(({ budgetEventId }) => `/calendar/events/${budgetEventId}`),
    get: convenors,
    forms: [
      { does: 'change', fields: () => ({ ...budgetFacts, sequence: '0' }), refused: notConvenors },
      {
        does: 'move',
        fields: () => ({ intent: 'move', year: '2027', ...dateFacts }),
        refused: notConvenors,
      },
      { does: 'remove', fields: () => ({ intent: 'remove' }), refused: notConvenors },
    ],
  },
  'w.$slug.calendar.feeds.tsx': {
    at: w(() => '/calendar/feeds'),
    get: members,
    forms: [
      { does: 'make an address', fields: () => ({ intent: 'feed' }), refused: outside },
      ...['renew', 'revoke'].map((intent) => ({
        does: `${intent} an address that is nobody’s`,
        fields: () => ({ intent, id: 'another' }),
        refused: { ...all(404), signedOut: 401 },
      })),
    ],
  },
  'w.$slug.commitments._index.tsx': { at: w(() => '/commitments'), get: members },
  'w.$slug.commitments[.]csv.ts': { at: w(() => '/commitments.csv'), get: members },
  'w.$slug.commitments[.]xlsx.ts': { at: w(() => '/commitments.xlsx'), get: members },
  'w.$slug.commitments.facts.tsx': { at: w(() => '/commitments/facts'), get: members },
  'w.$slug.commitments.facts[.]csv.ts': { at: w(() => '/commitments/facts.csv'), get: members },
  'w.$slug.commitments.facts[.]xlsx.ts': { at: w(() => '/commitments/facts.xlsx'), get: members },
  'w.$slug.commitments.new.tsx': {
    at: w(() => '/commitments/new'),
    get: listers,
    forms: [
      {
        does: 'enter',
        fields: ({ people }) => ({ title: 'T', partnerId: people.drafter.institutionId }),
        refused: notKeepers,
      },
    ],
  },
  'w.$slug.commitments.paste.tsx': {
    at: w(() => '/commitments/paste'),
    get: listers,
    forms: ['preview', 'confirm'].map((intent) => ({
      does: intent,
      fields: ({ people }) => ({
        intent,
        partnerId: people.drafter.institutionId,
        rows: 'Activity;Kind;Amount;Currency;Date\nWells;spent;1;USD;2024',
      }),
      refused: notKeepers,
    })),
  },
  'w.$slug.commitments.$id._index.tsx': {
    at: activity(''),
    get: members,
    forms: [{ does: 'remove', fields: none, refused: notKeepers }],
  },
  'w.$slug.commitments.$id.edit.tsx': {
    at: activity('/edit'),
    get: keepers,
    forms: [{ does: 'edit', fields: () => ({ title: 'T', seenAt: 'another' }), refused: notKeepers }],
  },
  'w.$slug.countries._index.tsx': { at: w(() => '/countries'), get: members },
  'w.$slug.countries[.]csv.ts': { at: w(() => '/countries.csv'), get: members },
  'w.$slug.countries.$code.tsx': { at: w(() => '/countries/MG'), get: members },
  'w.$slug.matrix.tsx': { at: w(() => '/matrix'), get: members },
  'w.$slug.matrix[.]csv.ts': { at: w(() => '/matrix.csv'), get: members },
  'w.$slug.partners.$id.commitments.tsx': {
    at: w(({ people }) => `/partners/${people.drafter.institutionId}/commitments`),
    get: members,
  },
  'w.$slug.cycles._index.tsx': { at: w(() => '/cycles'), get: members },
  'w.$slug.cycles[.]csv.ts': { at: w(() => '/cycles.csv'), get: members },
  'w.$slug.cycles.new.tsx': {
    at: w(() => '/cycles/new'),
    get: keepers,
    forms: [
      {
        does: 'add',
        fields: ({ people }) => ({ ...cycleFacts, institutionId: people.drafter.institutionId }),
        refused: notKeepers,
      },
    ],
  },
  'w.$slug.cycles.$cycleId._index.tsx': {
    at: cycle(''),
    get: members,
    forms: [{ does: 'remove', fields: none, refused: notKeepers }],
  },
  'w.$slug.cycles.$cycleId.edit.tsx': {
    at: cycle('/edit'),
    get: keepers,
    forms: [{ does: 'edit', fields: () => cycleFacts, refused: notKeepers }],
  },
  'w.$slug.cycles.$cycleId.windows.tsx': {
    at: cycle('/windows'),
    get: keepers,
    forms: [
      {
        does: 'set the rule',
        fields: () => ({
          firstOpens: '2026-03-01',
          until: '2027-12-31',
          everyMonths: '12',
          closesAfter: '6',
          closesUnit: 'weeks',
        }),
        refused: notKeepers,
      },
      { does: 'remove-rule', fields: () => ({ intent: 'remove-rule' }), refused: notKeepers },
    ],
  },
  'w.$slug.cycles.$cycleId.events.new.tsx': {
    at: cycle('/events/new'),
    get: keepers,
    forms: [{ does: 'add', fields: () => ({ kind: 'review', ...dateFacts }), refused: notKeepers }],
  },
  'w.$slug.cycles.$cycleId.events.$eventId.tsx': {
    at: w(({ cycleId, cycleEventId }) => `/cycles/${cycleId}/events/${cycleEventId}`),
    get: keepers,
    forms: [
      {
        does: 'change',
        fields: () => ({ ...dateFacts, sequence: '0', reason: 'R' }),
        refused: notKeepers,
      },
      {
        does: 'give it back to the rule',
        fields: () => ({ intent: 'return', sequence: '0' }),
        refused: notKeepers,
      },
    ],
  },
  'w.$slug.cycles.$cycleId.envelopes.new.tsx': {
    at: cycle('/envelopes/new'),
    get: keepers,
    forms: [{ does: 'add', fields: () => envelopeFacts, refused: notKeepers }],
  },
  'w.$slug.cycles.$cycleId.envelopes.$envelopeId.tsx': {
    at: w(({ cycleId, envelopeId }) => `/cycles/${cycleId}/envelopes/${envelopeId}`),
    get: keepers,
    forms: [
      { does: 'change', fields: () => envelopeFacts, refused: notKeepers },
      { does: 'remove', fields: () => ({ intent: 'remove' }), refused: notKeepers },
    ],
  },
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
  'w.$slug.partners.$id.cycles.tsx': {
    at: w(({ people }) => `/partners/${people.drafter.institutionId}/cycles`),
    get: members,
  },
  'w.$slug.mandates.tsx': { at: w(() => '/mandates'), get: members, forms: viewForms('mandates') },
  'w.$slug.mandates_.export.ts': { at: w(() => '/mandates/export?as=csv'), get: members },
  'w.$slug.commitments[.]xml.ts': { at: w(() => '/commitments.xml'), get: members },
  'w.$slug.partners_.$id.iati.ts': { at: partner('/iati'), get: members },
  'w.$slug.imports._index.tsx': {
    at: w(() => '/imports'),
    get: listers,
    forms: [{ does: 'bring in', fields: none, refused: notImporters }],
  },
  'w.$slug.imports.$importId.tsx': {
    at: iati(''),
    get: listers,
    forms: ['apply', 'cancel', 'retry'].map((intent) => ({
      does: intent,
      fields: () => ({ intent }),
      refused: notImporters,
    })),
  },
  'w.$slug.imports.$importId._index.tsx': {
    at: iati(''),
    get: listers,
    forms: [
      ...['accept-all', 'reject-all', 'overrule-all'].map((intent) => ({
        does: intent,
        fields: () => ({ intent }),
        refused: notImporters,
      })),
      { does: 'decide', fields: () => ({ intent: 'decide', position: '0' }), refused: notImporters },
      { does: 'take fields', fields: () => ({ intent: 'fields', position: '0' }), refused: notImporters },
    ],
  },
  'w.$slug.imports.$importId.organisations.tsx': {
    at: iati('/organisations'),
    get: listers,
    forms: [
      {
        does: 'match',
        fields: ({ institutionId }) => ({ intent: 'match', key: 'XM', institutionId }),
        refused: notImporters,
      },
      { does: 'unmatch', fields: () => ({ intent: 'unmatch', key: 'XM' }), refused: notImporters },
    ],
  },
  'w.$slug.imports.$importId.problems.tsx': { at: iati('/problems'), get: listers },
  'w.$slug.imports_.$importId.export.$list.ts': { at: iati('/export/problems'), get: listers },
  'w.$slug.imports.$importId.unkept.tsx': { at: iati('/unkept'), get: listers },
  'w.$slug.partners.$id.quality.tsx': {
    at: partner('/quality?measure=no_country'),
    get: members,
    forms: [{ does: 'answer', fields: () => ({ text: 'A' }), refused: notKeepers }],
  },
  'w.$slug.partners.$id.tsx': { at: partner(''), get: members },
  'w.$slug.partners.$id._index.tsx': {
    at: partner(''),
    get: members,
    forms: [{ does: 'unlist', fields: () => ({ intent: 'unlist' }), refused: notConvenors }],
  },
  'w.$slug.partners.$id.edit.tsx': {
    at: partner('/edit'),
    get: writers,
    forms: [{ does: 'edit or propose', fields: () => ({ about: 'N', reason: 'R' }), refused: notWriters }],
  },
  'w.$slug.partners.$id.identifiers.tsx': {
    at: partner('/identifiers'),
    get: keepers,
    forms: [{ does: 'set', fields: () => ({ identifiers: 'XM-DAC 1' }), refused: notKeepers }],
  },
  'w.$slug.partners.$id.mandates._index.tsx': { at: partner('/mandates'), get: members },
  'w.$slug.partners.$id.mandates.$partId.tsx': {
    at: w(({ partnerId, mandateId }) => `/partners/${partnerId}/mandates/${mandateId}`),
    get: writers,
    forms: [
      { does: 'edit or propose', fields: () => mandateFields, refused: notWriters },
      { does: 'remove or propose to', fields: () => ({ act: 'remove', reason: 'R' }), refused: notWriters },
    ],
  },
  'w.$slug.partners.$id.people._index.tsx': { at: partner('/people'), get: members },
  'w.$slug.partners.$id.people.$partId.tsx': {
    at: w(({ partnerId, personId }) => `/partners/${partnerId}/people/${personId}`),
    get: writers,
    forms: [
      { does: 'edit or propose', fields: () => ({ position: 'P', reason: 'R' }), refused: notWriters },
      { does: 'remove or propose to', fields: () => ({ act: 'remove', reason: 'R' }), refused: notWriters },
    ],
  },
  'w.$slug.partners.$id.documents._index.tsx': { at: partner('/documents'), get: members },
  'w.$slug.partners.$id.documents.$partId.tsx': {
    at: w(({ partnerId, documentId }) => `/partners/${partnerId}/documents/${documentId}`),
    get: writers,
    forms: [
      {
        does: 'edit or propose',
        fields: () => ({ kind: 'report', title: 'T', url: 'https://example.org', reason: 'R' }),
        refused: notWriters,
      },
      { does: 'remove or propose to', fields: () => ({ act: 'remove', reason: 'R' }), refused: notWriters },
    ],
  },
  'w.$slug.partners.$id.proposals.tsx': {
    at: partner('/proposals'),
    get: writers,
    forms: [
      {
        does: 'accept',
        fields: ({ proposalId }) => ({ intent: 'accept', proposalId }),
        refused: notKeepers,
      },
      {
        does: 'reject',
        fields: ({ proposalId }) => ({ intent: 'reject', proposalId, reason: 'R' }),
        refused: notKeepers,
      },
      {
        does: 'withdraw',
        fields: ({ proposalId }) => ({ intent: 'withdraw', proposalId }),
        refused: notConvenors,
      },
    ],
  },
  'w.$slug.partners._index.tsx': { at: w(() => '/partners'), get: members, forms: viewForms('partners') },
  'w.$slug.partners.add.tsx': {
    at: w(() => '/partners/add'),
    get: listers,
    forms: [
      {
        does: 'list another’s institution',
        fields: ({ people }) => ({ intent: 'add', institutionId: people.spare.institutionId }),
        refused: notConvenors,
      },
      { does: 'enter a new one', fields: () => institutionFacts, refused: notConvenors },
    ],
  },
  'w.$slug.partners.export.ts': { at: w(() => '/partners/export?as=csv'), get: members },
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
  'w.$slug.resource-mapping._index.tsx': {
    at: w(() => '/resource-mapping'),
    get: { ...members, observer: 403 },
    forms: [{ does: 'bring in a workbook', fields: none, refused: { ...outside, observer: 403 } }],
  },
  'w.$slug.resource-mapping.$mappingId.tsx': {
    at: w(({ mappingId }) => `/resource-mapping/${mappingId}`),
    get: { ...all(404), signedOut: 302, observer: 403, contributor: 200 },
    forms: ['apply', 'discard'].map((intent) => ({
      does: intent,
      fields: () => ({ intent }),
      refused: { ...all(404), signedOut: 401, observer: 403, contributor: undefined },
    })),
  },
  'w.$slug.resource-mapping[.]xlsx.ts': {
    at: w(() => '/resource-mapping.xlsx'),
    get: { ...members, observer: 403 },
  },
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
  'w.$slug.timeline.tsx': { at: w(() => '/timeline'), get: members },
  'w.$slug.timeline[.]csv.ts': { at: w(() => '/timeline.csv'), get: members },
};
