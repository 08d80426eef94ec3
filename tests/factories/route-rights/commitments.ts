import { keepers, listers, members, noFields, notKeepers, type RightsByRoute, w } from './rights';

const activity = (rest: string) => w(({ activityId }) => `/commitments/${activityId}${rest}`);

export const commitmentsRights: RightsByRoute = {
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
    forms: [{ does: 'remove', fields: noFields, refused: notKeepers }],
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
};
