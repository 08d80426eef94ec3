import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildActivity, buildFact } from '#tests/factories/activities';
import type { Activity } from '../partners/iati/types';
import { activityRecordOf } from './from-iati';
import { iatiActivityOf } from './to-iati';

const word = fc.string({ minLength: 1, maxLength: 5 });
const maybe = <T>(given: fc.Arbitrary<T>) => fc.option(given, { nil: null });
const few = <T>(given: fc.Arbitrary<T>) => fc.array(given, { maxLength: 3 });
const text = maybe(word);
const date = maybe(fc.constantFrom('2023-12-31', '2024-02-29', '2025-07-01'));
const line = fc.integer({ min: 1, max: 999 });
const narratives = few(fc.record({ language: text, text: word }));
const value = fc.record({
  amount: maybe(fc.constantFrom('0', '-12.50', '1000000000000.01')),
  text: word,
  currency: text,
  valueDate: date,
});
const organisation = fc.record({ ref: text, type: text, names: narratives, activityId: text });
const codes = fc.record({ code: text, vocabulary: text });
const shares = few(
  fc.record({
    code: text,
    vocabulary: text,
    percentage: maybe(fc.constantFrom('50', '33.3')),
    names: narratives,
  }),
);
const flag = maybe(fc.boolean());
const period = fc.record({ start: date, end: date });
const aidCode = fc.record({
  code: fc.constantFrom('A01', 'D02', 'C01'),
  vocabulary: fc.constantFrom(null, '1', '4'),
});
const financeType = maybe(fc.constantFrom('110', '421', '1100', '999'));

/** Every field of an activity, each with every value that the reader can give it. */
const activity: fc.Arbitrary<Activity> = fc.record({
  line,
  identifier: text,
  lastUpdated: text,
  language: text,
  hierarchy: text,
  isHumanitarian: flag,
  defaultCurrency: text,
  reportingOrganisation: maybe(organisation),
  participatingOrganisations: few(
    fc.record({
      ref: text,
      type: text,
      names: narratives,
      activityId: text,
      role: text,
      crsChannelCode: text,
    }),
  ),
  titles: narratives,
  descriptions: few(fc.record({ type: text, narratives })),
  status: maybe(fc.constantFrom('1', '5', '9')),
  dates: few(fc.record({ type: maybe(fc.constantFrom('1', '2', '3', '4', '8')), date, narratives })),
  contacts: few(
    fc.record({
      type: text,
      organisation: narratives,
      department: narratives,
      personName: narratives,
      jobTitle: narratives,
      telephones: few(word),
      emails: few(word),
      websites: few(word),
      mailingAddresses: few(narratives),
    }),
  ),
  countries: shares,
  regions: shares,
  sectors: shares,
  policyMarkers: few(fc.record({ code: text, vocabulary: text, significance: text, narratives })),
  collaborationType: text,
  defaultFlowType: text,
  defaultFinanceType: financeType,
  defaultAidTypes: few(fc.oneof(codes, aidCode)),
  defaultTiedStatus: text,
  transactions: few(
    fc.record({
      line,
      ref: text,
      isHumanitarian: flag,
      type: maybe(fc.constantFrom('1', '2', '3', '5', '8', '11', '12', '13', '77')),
      date,
      value,
      description: narratives,
      provider: maybe(organisation),
      receiver: maybe(organisation),
      disbursementChannel: text,
      sectors: shares,
      countries: shares,
      regions: shares,
      aidTypes: few(fc.oneof(codes, aidCode)),
      financeType,
      flowType: text,
      tiedStatus: text,
    }),
  ),
  budgets: few(
    fc.record({
      line,
      type: fc.constantFrom('1', '2', '3'),
      status: fc.constantFrom('1', '2', '7'),
      period,
      value,
    }),
  ),
  plannedDisbursements: few(
    fc.record({
      line,
      type: fc.constantFrom('1', '2', '3'),
      period,
      value,
      provider: maybe(organisation),
      receiver: maybe(organisation),
    }),
  ),
  relatedActivities: few(fc.record({ ref: text, type: text })),
  documents: few(
    fc.record({
      url: text,
      format: text,
      titles: narratives,
      descriptions: narratives,
      categories: few(word),
      languages: few(word),
      date,
    }),
  ),
});

describe('an IATI activity', () => {
  it('comes back from its record as it came, with nothing lost', () => {
    fc.assert(
      fc.property(activity, (given) => {
        const stored = JSON.parse(JSON.stringify(activityRecordOf(given))) as ReturnType<
          typeof activityRecordOf
        >;
        expect(iatiActivityOf(stored)).toEqual(given);
      }),
      { seed: 20261128, numRuns: 300 },
    );
  });

  it('of a record entered by hand says what its columns say', () => {
    const facts = [
      buildFact({ kind: 'committed', providerName: 'ILO', note: 'Signed in March' }),
      buildFact({ kind: 'budget', isRevised: true, certainty: 'firm', periodEnd: '2024-12-31' }),
    ];
    const given = iatiActivityOf(buildActivity({ facts, description: 'Four of them' }));
    expect(given).toMatchObject({
      titles: [{ text: 'Clinics' }],
      descriptions: [{ narratives: [{ text: 'Four of them' }] }],
      defaultFinanceType: '110',
      dates: [
        { type: '1', date: '2024-01-01' },
        { type: '3', date: '2026-12-31' },
      ],
      countries: [{ code: 'MG' }],
      transactions: [{ type: '2', provider: { names: [{ text: 'ILO' }] }, date: '2024-03-15' }],
      budgets: [{ type: '2', status: '2', period: { start: '2024-03-15', end: '2024-12-31' } }],
    });
  });

  it('whose record was changed here says the change, and keeps the rest', () => {
    const [sample] = fc.sample(activity, { seed: 7, numRuns: 1 });
    const came = {
      ...(sample as Activity),
      titles: [
        { language: 'en', text: 'Old' },
        { language: 'fr', text: 'Vieux' },
      ],
    };
    const back = iatiActivityOf({ ...activityRecordOf(came), title: 'New' });
    expect(back).toEqual({
      ...came,
      titles: [
        { language: null, text: 'New' },
        { language: 'fr', text: 'Vieux' },
      ],
    });
  });
});
