import { all, listers, noFields, notObservers, type RightsByRoute, w } from './rights';

export const resourceMappingRights: RightsByRoute = {
  'w.$slug.resource-mapping._index.tsx': {
    at: w(() => '/resource-mapping'),
    get: listers,
    forms: [{ does: 'bring in a workbook', fields: noFields, refused: notObservers }],
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
    get: listers,
  },
};
