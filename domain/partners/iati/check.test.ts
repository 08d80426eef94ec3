import { describe, expect, it } from 'vitest';
import {
  activityFile,
  activityText,
  chunksOf,
  organisationFile,
  transactionText,
} from '#tests/factories/iati';
import { makeRateTable } from '../../money/rates';
import { checkIati, type IatiCheck } from './check';

async function check(text: string): Promise<IatiCheck> {
  return checkIati(chunksOf(text));
}

async function summaryOf(text: string) {
  const checked = await check(text);
  if (checked.state === 'refused') throw new Error(JSON.stringify(checked.listed));
  return checked.summary;
}

function flagged({ listed }: IatiCheck) {
  return listed.map(({ code, grade, line, path }) => [grade, code, line, path]);
}

function budget(attributes: string, value: string, [start, end] = ['2024-01-01', '2024-12-31']) {
  return `<budget ${attributes}><period-start iso-date="${start}"/><period-end iso-date="${end}"/>${value}</budget>`;
}

describe('a checked file', () => {
  it('is summed by type and currency, exactly: the value names its currency, else the activity does', async () => {
    const transactions = [
      transactionText({ value: '<value>\n 0.10 </value>' }),
      transactionText({ value: '<value>0.20</value>' }),
      transactionText({ value: '<value currency="EUR">+7.00</value>' }),
      transactionText({ type: '2', value: '<value>-5</value>' }),
    ];
    const { transactions: summed } = await summaryOf(activityFile(transactions.join('')));
    expect(summed).toEqual({
      count: 4,
      byType: [
        { type: '2', currency: 'USD', count: 1, amount: '-5' },
        { type: '3', currency: 'EUR', count: 1, amount: '7' },
        { type: '3', currency: 'USD', count: 2, amount: '0.3' },
      ],
    });
  });

  it('has a revised budget in the place of the original, and planned disbursements beside both', async () => {
    const planned =
      '<planned-disbursement><period-start iso-date="2024-01-01"/><value>9</value></planned-disbursement>';
    const budgets = budget('', '<value>10</value>') + budget('type="2" status="2"', '<value>7</value>');
    const summary = await summaryOf(activityFile(budgets + planned));
    expect(summary.budgets).toEqual({
      count: 2,
      afterRevisions: [{ currency: 'USD', count: 1, amount: '7' }],
    });
    expect(summary.plannedDisbursements.sums).toEqual([{ currency: 'USD', count: 1, amount: '9' }]);
  });

  it('has a revised planned disbursement in the place of the original between the same two', async () => {
    const plan = (type: string, value: string, receiver: string) =>
      `<planned-disbursement type="${type}"><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><value>${value}</value><receiver-org ref="${receiver}"/></planned-disbursement>`;
    const plans = plan('1', '100', 'KE-1') + plan('2', '120', 'KE-1') + plan('1', '5', 'KE-2');
    const { plannedDisbursements } = await summaryOf(activityFile(plans));
    expect(plannedDisbursements).toEqual({
      count: 3,
      sums: [{ currency: 'USD', count: 2, amount: '125' }],
    });
  });

  it('is converted with rates, each amount to the cent, and says beside it what was not', async () => {
    const rates = makeRateTable([{ currency: 'EUR', year: 2024, perUsd: '0.9', area: 'U2', source: 'IMF' }]);
    const value = (amount: string, attributes: string) =>
      transactionText({ value: `<value ${attributes}>${amount}</value>` });
    const inner = [
      value('1', 'currency="EUR" value-date="2024-05-01"'),
      value('1', 'currency="EUR" value-date="2024-06-01"'),
      value('4', 'currency="EUR" value-date="2023-05-01"'),
      value('5', 'currency="EUR"'),
      value('6', ''),
    ];
    const checked = await checkIati(chunksOf(activityFile(inner.join(''))), { rates });
    expect(checked).toMatchObject({
      state: 'sound',
      summary: {
        transactions: {
          byType: [
            { currency: 'EUR', amount: '11', usd: '2.22', notConverted: { count: 2, amount: '9' } },
            { currency: 'USD', amount: '6', usd: '6', notConverted: { count: 0, amount: '0' } },
          ],
        },
      },
    });
  });

  it('gives the envelopes of an organisation in dollars, by kind and by fiscal year', async () => {
    const rates = makeRateTable([{ currency: 'EUR', year: 2024, perUsd: '0.5', area: 'U2', source: 'IMF' }]);
    const checked = await checkIati(chunksOf(organisationFile(['100']).replaceAll('"USD"', '"EUR"')), {
      rates,
      calendars: [{ appliesFrom: '1900-01-01', startMonth: 7, startDay: 1 }],
    });
    expect(checked).toMatchObject({
      state: 'sound',
      summary: {
        organisationBudgets: { byKind: [{ amount: '100', usd: '200' }] },
        byRecipientAndYear: [
          { amount: '49.73', usd: '99.45' },
          { amount: '50.27', usd: '100.55' },
        ],
      },
    });
  });

  it('says all of its problems at once, each with its line and path', async () => {
    const inner = [
      transactionText({ date: '2023-02-29' }),
      transactionText({ value: '<value>1,000</value>' }),
      transactionText({ type: '99', value: '<value>1e3</value>' }),
      budget('', '<value>1</value>', ['2024-01-01', '2026-01-01']),
      budget('type="9"', '<value/>', ['2024-12-31', '2024-01-01']),
    ].join('\n');
    expect(flagged(await check(activityFile(inner)))).toEqual([
      ['error', 'date_invalid', 9, 'iati-activity[1]/transaction/transaction-date'],
      ['error', 'amount_invalid', 10, 'iati-activity[1]/transaction[2]/value'],
      ['warning', 'transaction_type_unknown', 11, 'iati-activity[1]/transaction[3]'],
      ['error', 'amount_invalid', 11, 'iati-activity[1]/transaction[3]/value'],
      ['warning', 'budget_over_a_year', 12, 'iati-activity[1]/budget'],
      ['warning', 'budget_type_unknown', 13, 'iati-activity[1]/budget[2]'],
      ['error', 'period_reversed', 13, 'iati-activity[1]/budget[2]'],
      ['error', 'amount_missing', 13, 'iati-activity[1]/budget[2]/value'],
    ]);
  });

  it('is sound with amounts that cannot be read, and counts them outside of every sum', async () => {
    const summary = await summaryOf(activityFile(transactionText({ value: '<value>n/a</value>' })));
    expect(summary).toMatchObject({ withoutAmount: 1, transactions: { count: 1, byType: [] } });
  });

  it.each([
    ['-.50', '-0.5'],
    ['007.', '7'],
    ['-0.00', '0'],
    ['+12.340', '12.34'],
    ['.', null],
    ['-', null],
    ['1e3', null],
    ['1 000', null],
    ['9'.repeat(61), null],
  ])('reads %s as %s', async (text, amount) => {
    const summary = await summaryOf(activityFile(transactionText({ value: `<value>${text}</value>` })));
    expect(summary.transactions.byType[0]?.amount ?? null).toBe(amount);
  });

  it('names an amount without any currency, and sums it with no other', async () => {
    const text = activityFile(transactionText({}), { currency: '' });
    expect(flagged(await check(text))).toEqual([
      ['error', 'currency_missing', 9, 'iati-activity[1]/transaction/value'],
    ]);
    expect((await summaryOf(text)).transactions.byType[0]?.currency).toBe('');
  });

  it('flags the second of two activities with one identifier, and counts both', async () => {
    const text = `<iati-activities version="2.03">${activityText('A', '')}\n${activityText(' A\n', '')}</iati-activities>`;
    const checked = await check(text);
    expect(checked.listed).toMatchObject([
      { code: 'identifier_duplicate', line: 9, details: { identifier: 'A', firstLine: 1 } },
    ]);
    expect((await summaryOf(text)).activities).toBe(2);
  });

  it('flags an activity without country, sector, title, organisation or identifier', async () => {
    const checked = await check('<iati-activities version="2.03"><iati-activity/></iati-activities>');
    expect(Object.keys(checked.counts).sort()).toEqual([
      'country_missing',
      'identifier_missing',
      'reporting_org_missing',
      'sector_missing',
      'title_missing',
    ]);
  });

  it('lists what cannot be kept, extensions among it, with its count and first line', async () => {
    const inner = `<x:y xmlns:x="urn:x"><x:z/></x:y>\n<location><name/></location><location/>
<budget odd="1"/><constructor/><title>bare</title><sector xmlns="urn:y" code="1"/>`;
    const checked = await check(activityFile(inner));
    expect(checked).toMatchObject({
      unkept: [
        { path: 'iati-activity/x:y', isExtension: true, count: 1, line: 9 },
        { path: 'iati-activity/location', isExtension: false, count: 2, line: 10 },
        { path: 'iati-activity/budget/@odd', isExtension: false, count: 1, line: 11 },
        { path: 'iati-activity/constructor', isExtension: false, count: 1, line: 11 },
        { path: 'iati-activity/title/text()', isExtension: false, count: 1, line: 11 },
        { path: 'iati-activity/sector', isExtension: true, count: 1, line: 11 },
      ],
    });
  });

  it('reads an element that says it is of no namespace, as some serialisers write every one', async () => {
    const text = activityFile(transactionText({}).replace('<transaction>', '<transaction xmlns="">'))
      .replace('<iati-activities ', '<iati-activities xmlns="" ')
      .replace('<iati-activity ', '<iati-activity xmlns="" ');
    const checked = await check(text);
    expect(checked).toMatchObject({
      state: 'sound',
      summary: { activities: 1, transactions: { count: 1 } },
      unkept: [],
    });
  });

  it('flags a date of the year 0, and takes one of the year 9999', async () => {
    const dates = transactionText({ date: '0000-01-01' }) + transactionText({ date: '9999-12-31' });
    expect(flagged(await check(activityFile(dates)))).toEqual([
      ['error', 'date_invalid', 9, 'iati-activity[1]/transaction/transaction-date'],
    ]);
  });

  it('gives recipients their fiscal years to the last that can be written; a period of a century is in none', async () => {
    const envelope = (start: string, end: string) =>
      `<recipient-country-budget><recipient-country code="MG"/><period-start iso-date="${start}"/><period-end iso-date="${end}"/><value>2</value></recipient-country-budget>`;
    const text = `<iati-organisations version="2.03"><iati-organisation default-currency="USD">${envelope('9999-07-01', '9999-12-31')}${envelope('2024-01-01', '9999-12-31')}</iati-organisation></iati-organisations>`;
    const calendars = [{ appliesFrom: '1900-01-01', startMonth: 7, startDay: 1 }];
    expect(await checkIati(chunksOf(text), { calendars })).toMatchObject({
      state: 'sound',
      summary: {
        organisationBudgets: { count: 2 },
        byRecipientAndYear: [{ recipient: 'MG', start: '9999-07-01', end: '9999-12-31', amount: '2.00' }],
      },
    });
  });

  it.each(['2.01', '2.02'])('of %s is read as 2.03', async (version) => {
    const checked = await check(activityFile(transactionText({}), { version }));
    expect(checked).toMatchObject({ state: 'sound', header: { version }, counts: {} });
  });
});
