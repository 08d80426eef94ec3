import { listers, members, noFields, notObservers, type RightsByRoute, w } from './rights';

const iati = (rest: string) => w(({ iatiImportId }) => `/imports/${iatiImportId}${rest}`);

export const iatiImportsRights: RightsByRoute = {
  'w.$slug.commitments[.]xml.ts': { at: w(() => '/commitments.xml'), get: members },
  'w.$slug.partners_.$id.iati.ts': { at: w(({ partnerId }) => `/partners/${partnerId}/iati`), get: members },
  'w.$slug.imports._index.tsx': {
    at: w(() => '/imports'),
    get: listers,
    forms: [{ does: 'bring in', fields: noFields, refused: notObservers }],
  },
  'w.$slug.imports.$importId.tsx': {
    at: iati(''),
    get: listers,
    forms: ['apply', 'cancel', 'retry'].map((intent) => ({
      does: intent,
      fields: () => ({ intent }),
      refused: notObservers,
    })),
  },
  'w.$slug.imports.$importId._index.tsx': {
    at: iati(''),
    get: listers,
    forms: [
      ...['accept-all', 'reject-all', 'overrule-all'].map((intent) => ({
        does: intent,
        fields: () => ({ intent }),
        refused: notObservers,
      })),
      { does: 'decide', fields: () => ({ intent: 'decide', position: '0' }), refused: notObservers },
      { does: 'take fields', fields: () => ({ intent: 'fields', position: '0' }), refused: notObservers },
    ],
  },
  'w.$slug.imports.$importId.organisations.tsx': {
    at: iati('/organisations'),
    get: listers,
    forms: [
      {
        does: 'match',
        fields: ({ institutionId }) => ({ intent: 'match', key: 'XM', institutionId }),
        refused: notObservers,
      },
      { does: 'unmatch', fields: () => ({ intent: 'unmatch', key: 'XM' }), refused: notObservers },
    ],
  },
  'w.$slug.imports.$importId.problems.tsx': { at: iati('/problems'), get: listers },
  'w.$slug.imports_.$importId.export.$list.ts': { at: iati('/export/problems'), get: listers },
  'w.$slug.imports.$importId.unkept.tsx': { at: iati('/unkept'), get: listers },
};
