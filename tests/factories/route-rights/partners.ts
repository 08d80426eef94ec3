import {
  type Form,
  institutionFacts,
  keepers,
  listers,
  members,
  notConvenors,
  notKeepers,
  notObservers,
  notWriters,
  outside,
  type RightsByRoute,
  w,
  writers,
} from './rights';

const partner = (rest: string) => w(({ partnerId }) => `/partners/${partnerId}${rest}`);
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
    refused: notObservers,
  },
  {
    does: 'remove-view',
    fields: ({ viewId }) => ({ intent: 'remove-view', viewId }),
    refused: notWriters,
  },
];

export const partnersRights: RightsByRoute = {
  'w.$slug.mandates.tsx': { at: w(() => '/mandates'), get: members, forms: viewForms('mandates') },
  'w.$slug.mandates_.export.ts': { at: w(() => '/mandates/export?as=csv'), get: members },
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
};
