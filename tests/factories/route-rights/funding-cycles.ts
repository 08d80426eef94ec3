import {
  all,
  convenors,
  keepers,
  members,
  noFields,
  notConvenors,
  notKeepers,
  outside,
  type RightsByRoute,
  w,
} from './rights';

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

export const fundingCyclesRights: RightsByRoute = {
  'calendar.$token[.]ics.ts': { at: ({ feedToken }) => `/calendar/${feedToken}.ics`, get: all(200) },
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
    forms: [{ does: 'remove', fields: noFields, refused: notKeepers }],
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
  'w.$slug.partners.$id.cycles.tsx': {
    at: w(({ people }) => `/partners/${people.drafter.institutionId}/cycles`),
    get: members,
  },
  'w.$slug.timeline.tsx': { at: w(() => '/timeline'), get: members },
  'w.$slug.timeline[.]csv.ts': { at: w(() => '/timeline.csv'), get: members },
};
