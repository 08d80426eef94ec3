import { createReadStream, readFileSync } from 'node:fs';
import Big from 'big.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { anyPart } from '#domain/commitments/filters';
import { addAmounts } from '#domain/money';
import { makeExchangeRates } from '#server/features/exchange-rates';
import { buildAccount } from '#tests/factories/accounts';
import { openTestCommitments } from '#tests/factories/commitments';
import { openTestDb } from '#tests/factories/databases';
import { openTestImports, type TestImports } from '#tests/factories/iati-imports';
import { outsider } from '#tests/factories/workspaces';

const folder = '../shared/data';

describe('figures of real publishers, imported with the rates of the IMF (with ../shared)', () => {
  let db: Db;
  let test: TestImports;

  beforeEach(async () => {
    db = await openTestDb('sqlite');
    test = await openTestImports(db);
    await importRates();
  });
  afterEach(() => db.close());

  /** As an administrator does: uploaded, looked at, confirmed. */
  async function importRates(): Promise<void> {
    const { id } = await buildAccount(db, { isAdministrator: true });
    const actor = { ...outsider(id), isAdministrator: true };
    const { clock, events } = test;
    const rates = makeExchangeRates({ db, clock, events });
    const bytes = readFileSync(`${folder}/indicators/fx/imf_exchangerates_A_ENDA_USD.csv`);
    await rates.uploadRates({ actor, fileName: 'imf.csv', bytes });
    const preview = await rates.previewRates(actor);
    await rates.confirmRates({ actor, id: preview?.id ?? '' });
  }

  async function importFile(file: string) {
    const at = { actor: 'operator' as const, workspaceId: test.workspaceId };
    const data = createReadStream(`${folder}/iati/${file}`);
    const on = { ...at, importId: await test.imports.startImport({ ...at, fileName: file, data }) };
    await test.imports.settled();
    await test.imports.confirmAllNew(on);
    await test.imports.applyImport(on);
    await test.imports.settled();
    return test.imports.sumImported(on);
  }

  // Counted, and converted by the IMF's rate of the value date's year, once more by another program. Each fact is
  // converted to the cent, so that rows add up: the disbursements would be 2622600.94 if only their sum were rounded.
  it.each([
    [
      'publishers/acfspain-ke.xml',
      [
        'budget 3 EUR 3064867.92 = USD 3388901.17',
        'disbursed 3 EUR 2363846.71 = USD 2622600.93',
        'incoming 3 EUR 3064868 = USD 3388901.23',
        'incoming_promised 1 EUR 972808 = USD 1150579.24',
        'spent 3 EUR 336873.86 = USD 373598.34',
      ],
    ],
    [
      'publishers/usaid-bb.xml',
      ['committed 1 USD 14950 = USD 14950.00', 'disbursed 1 USD 14950 = USD 14950.00'],
    ],
    [
      'publishers/usaid-km.xml',
      ['committed 37 USD 6344617 = USD 6344617.00', 'disbursed 67 USD 2261231 = USD 2261231.00'],
    ],
    [
      'publishers/who-bra.xml',
      [
        'budget 1072 USD 52262778.87 = USD 52262778.87',
        'committed 134 USD 52262778.87 = USD 52262778.87',
        'disbursed 31 USD 5207593.39 = USD 5207593.39',
        'incoming_promised 207 USD 42967012.8752 = USD 42967012.88',
        'spent 363 USD 34275705.43 = USD 34275705.43',
      ],
    ],
    [
      'publishers/worldbank-sv.xml',
      [
        'budget 1055 USD 1284727367.5 = USD 1284727367.50',
        'committed 21 USD 1553146751 = USD 1553146751.00',
        'disbursed 273 USD 649503889 = USD 649503889.00',
        'interest 222 USD -152427539 = USD -152427539.00',
        'repayment 116 USD -120988337 = USD -120988337.00',
      ],
    ],
    [
      'publishers/wri-521257057-strategic-plan-2023-2027.xml',
      [
        'budget 6 USD 30000000 = USD 30000000.00',
        'incoming 2 USD 10000000 = USD 10000000.00',
        'planned 6 USD 30000000 = USD 30000000.00',
      ],
    ],
    [
      'examples-official/activity-standard-example-annotated-2.03.xml',
      [
        'budget 1 EUR 3000 = USD 3985.50',
        'incoming 1 EUR 1000 = USD 1284.79',
        'planned 2 EUR 6000 = USD 7971.00',
      ],
    ],
  ])('%s comes to what it says, by kind and currency and in dollars', async (file, expected) => {
    const sums = await importFile(file);
    const shown = sums.map(
      ({ kind, currency, count, amount, usd }) =>
        `${kind} ${count} ${currency} ${amount} = USD ${new Big(usd).toFixed(2)}`,
    );
    expect(shown).toEqual(expected);
    expect(sums.every(({ notConverted }) => notConverted.count === 0)).toBe(true);
  });

  it('the budgets of Acción contra el Hambre go to four sectors, a quarter each, and add up to the file', async () => {
    await importFile('publishers/acfspain-ke.xml');
    const { commitments } = openTestCommitments(db);
    const budgets = { ...anyPart, kind: 'budget' as const, country: 'KE' };
    const sum = async (given: object) => {
      const [only, ...others] = await commitments.sumFacts(test.workspaceId, { ...budgets, ...given });
      expect(others).toEqual([]);
      return { currency: only?.currency, amount: only?.amount ?? '', usd: only?.usd ?? '' };
    };
    const all = await sum({});
    expect([all.currency, all.amount, new Big(all.usd).toFixed(2)]).toEqual([
      'EUR',
      '3064867.92',
      '3388901.17',
    ]);
    const list = await commitments.listFacts(test.workspaceId, budgets, { page: 1, size: 100 });
    const sectors = [...new Set(list.rows.map(({ sector }) => sector))].sort();
    expect(sectors).toHaveLength(4);
    const bySector = await Promise.all(sectors.map((sector) => sum({ sector })));
    for (const { amount } of bySector) expect(amount).toBe('766216.98');
    expect(addAmounts(...bySector.map(({ amount }) => amount))).toBe(all.amount);
    expect(addAmounts(...bySector.map(({ usd }) => usd))).toBe(all.usd);
    expect(addAmounts(...list.rows.map(({ amount }) => amount))).toBe(all.amount);
  });
});
