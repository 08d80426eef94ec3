import { createReadStream } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkIati } from './check';

const folder = '../shared/data/iati';
const nepal = [{ appliesFrom: '1900-01-01', startMonth: 7, startDay: 16 }];

async function check(file: string) {
  return checkIati(createReadStream(`${folder}/${file}`), { calendars: nepal });
}

async function figures(file: string) {
  const checked = await check(file);
  if (checked.state === 'refused') throw new Error(JSON.stringify(checked.listed));
  const { summary } = checked;
  return {
    activities: summary.activities,
    transactions: summary.transactions.count,
    byType: summary.transactions.byType.map(({ type, currency, amount }) => `${type} ${currency} ${amount}`),
    budgets: summary.budgets.count,
    afterRevisions: summary.budgets.afterRevisions.map(({ currency, amount }) => `${currency} ${amount}`),
    planned: summary.plannedDisbursements.count,
  };
}

// Counted once more by another XML reader, file by file.
const activityFiles: [string, number, number, string[], number, string[], number][] = [
  [
    'publishers/acfspain-ke.xml',
    1,
    10,
    ['1 EUR 3064868', '3 EUR 2363846.71', '4 EUR 336873.86', '11 EUR 972808'],
    3,
    ['EUR 3064867.92'],
    0,
  ],
  ['publishers/usaid-bb.xml', 1, 2, ['2 USD 14950', '3 USD 14950'], 0, [], 0],
  ['publishers/usaid-km.xml', 34, 104, ['2 USD 6344617', '3 USD 2261231'], 0, [], 0],
  [
    'publishers/who-bra.xml',
    134,
    735,
    ['2 USD 52262778.87', '3 USD 5207593.39', '4 USD 34275705.43', '11 USD 42967012.8752'],
    1072,
    ['USD 52262778.87'],
    0,
  ],
  [
    'publishers/worldbank-sv.xml',
    13,
    632,
    ['2 USD 1553146751', '3 USD 649503889', '5 USD -152427539', '6 USD -120988337'],
    2110,
    ['USD 1284727367.5'],
    0,
  ],
  ['publishers/wri-521257057-strategic-plan-2023-2027.xml', 1, 2, ['1 USD 10000000'], 6, ['USD 30000000'], 6],
  [
    'examples-official/activity-standard-example-annotated-2.03.xml',
    1,
    1,
    ['1 EUR 1000'],
    1,
    ['EUR 3000'],
    2,
  ],
];

const organisationFiles: [string, number, string[]][] = [
  ['organisation/ares-org.xml', 5, ['total-budget EUR 143387751']],
  ['organisation/wri-org.xml', 1, ['total-budget USD 96945000']],
  [
    'organisation/asian-dev-bank-org.xml',
    249,
    [
      'total-budget USD 214236770000',
      'recipient-region-budget USD 19852000000',
      'recipient-country-budget USD 175983236235.88',
    ],
  ],
];

describe('files of real publishers (with ../shared)', () => {
  it.each(activityFiles)(
    '%s has its counts and exact sums',
    async (file, activities, transactions, byType, budgets, afterRevisions, planned) => {
      const expected = { activities, transactions, byType, budgets, afterRevisions, planned };
      expect(await figures(file)).toEqual(expected);
    },
  );

  it.each(organisationFiles)('%s has its envelopes', async (file, count, sums) => {
    const checked = await check(file);
    if (checked.state === 'refused') throw new Error(JSON.stringify(checked.listed));
    const { organisationBudgets } = checked.summary;
    expect(organisationBudgets.count).toBe(count);
    const shown = organisationBudgets.byKind.map(
      ({ kind, currency, amount }) => `${kind} ${currency} ${amount}`,
    );
    expect(shown).toEqual(sums);
  });

  it('the envelope of Nepal is given by its own fiscal year', async () => {
    const checked = await check('organisation/asian-dev-bank-org.xml');
    if (checked.state === 'refused') throw new Error(JSON.stringify(checked.listed));
    const year = checked.summary.byRecipientAndYear.find(
      ({ recipient, start }) => recipient === 'NP' && start === '2024-07-16',
    );
    expect(year).toMatchObject({ end: '2025-07-15', currency: 'USD', amount: '3539145907.40' });
  });

  it('a file of IATI 1.0 is refused with its version', async () => {
    const checked = await check('legacy-1.x/IATIfromGF.xml');
    expect(checked).toMatchObject({
      state: 'refused',
      listed: [{ code: 'version_1', details: { version: '1.0' } }],
    });
  });
});
