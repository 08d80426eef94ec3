import {
  members,
  noFields,
  notConvenors,
  notWriters,
  outside,
  type RightsByRoute,
  w,
  writers,
} from './rights';

const plan = (rest: string) => w(({ planId }) => `/plans/${planId}${rest}`);

export const plansRights: RightsByRoute = {
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
    forms: [{ does: 'take in a file', fields: noFields, refused: notWriters }],
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
  'w.$slug.quotable.ts': { at: w(() => '/quotable'), get: members },
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
};
