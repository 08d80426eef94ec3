import { createReadStream } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { canonical } from '#domain/iati-imports/canonical';
import { readIati } from '#domain/partners/iati';
import { makeRecordValidator } from '#server/features/iati-imports/validator';
import { openTestDb } from '#tests/factories/databases';
import { chunksOf } from '#tests/factories/iati';
import { openTestImports, type TestImports } from '#tests/factories/iati-imports';
import { buildRates } from '#tests/factories/rates';

const folder = '../shared/data/iati';
const validate = makeRecordValidator();

describe('files of real publishers, imported (with ../shared)', () => {
  let db: Db;
  let test: TestImports;

  beforeEach(async () => {
    db = await openTestDb('sqlite');
    test = await openTestImports(db);
  });
  afterEach(() => db.close());

  async function importFile(file: string) {
    const data = createReadStream(`${folder}/${file}`);
    const at = { actor: 'operator' as const, workspaceId: test.workspaceId };
    const importId = await test.imports.startImport({ ...at, fileName: file, data });
    await test.imports.settled();
    const on = { ...at, importId };
    if ((await test.imports.getImport(on)).stored.state === 'ready') {
      await test.imports.confirmAllNew(on);
      await test.imports.applyImport(on);
      await test.imports.settled();
    }
    return { ...(await test.imports.getImport(on)), sums: await test.imports.sumImported(on) };
  }

  async function recordsOf(chunks: AsyncIterable<Uint8Array>) {
    const records: string[] = [];
    for await (const event of readIati(chunks, undefined, { validate })) {
      if (event.kind !== 'activity' && event.kind !== 'organisation') continue;
      const record = event.kind === 'activity' ? event.activity : event.organisation;
      expect(event.problems.filter(({ code }) => code === 'schema_invalid')).toEqual([]);
      records.push(canonical(record));
    }
    return records.sort();
  }

  it.each([
    ['publishers/acfspain-ke.xml', 1],
    ['publishers/usaid-bb.xml', 1],
    ['publishers/usaid-km.xml', 34],
    ['publishers/who-bra.xml', 134],
    ['publishers/worldbank-sv.xml', 13],
    ['publishers/wri-521257057-strategic-plan-2023-2027.xml', 1],
    ['examples-official/activity-standard-example-annotated-2.03.xml', 1],
  ])(
    '%s is held whole, is unchanged when it comes again, and its export says the same',
    async (file, activities) => {
      const first = await importFile(file);
      expect(first).toMatchObject({
        stored: { state: 'applied' },
        outcomes: { new: activities },
        refusals: {},
      });
      const again = await importFile(file);
      expect(again.outcomes).toEqual({ unchanged: activities });
      expect(again.sums).toEqual(first.sums);
      const pieces: string[] = [];
      for await (const piece of test.imports.exportActivities({
        actor: 'operator',
        workspaceId: test.workspaceId,
      }))
        pieces.push(piece);
      expect(await recordsOf(chunksOf(pieces.join(''), 64 * 1024))).toEqual(
        await recordsOf(createReadStream(`${folder}/${file}`)),
      );
      expect(test.errors).toEqual([]);
    },
  );

  it.each([
    ['organisation/ares-org.xml', 5],
    ['organisation/wri-org.xml', 1],
    ['organisation/asian-dev-bank-org.xml', 249],
    ['examples-official/organisation-standard-example-annotated-2.03.xml', 5],
  ])('%s gives its envelopes, and the partner’s export says the same', async (file, count) => {
    const { outcomes, refusals } = await importFile(file);
    expect([outcomes, refusals]).toEqual([{ new: 1 }, {}]);
    const rows = await db.read.select().from(db.tables.envelopes);
    expect(rows).toHaveLength(count);
    const institutionId = rows[0]?.institutionId ?? test.bank;
    const text = await test.imports.exportPartner({
      actor: 'operator',
      workspaceId: test.workspaceId,
      institutionId,
    });
    expect(await recordsOf(chunksOf(text, 64 * 1024))).toEqual(
      await recordsOf(createReadStream(`${folder}/${file}`)),
    );
    expect((await importFile(file)).outcomes).toEqual({ unchanged: 1 });
  });

  it('the budgets of Acción contra el Hambre are summed exactly, and without rates nothing is converted', async () => {
    const { sums } = await importFile('publishers/acfspain-ke.xml');
    const nothing = { usd: '0', notConverted: { count: 3, amount: '3064867.92' } };
    expect(sums).toContainEqual(
      expect.objectContaining({ kind: 'budget', amount: '3064867.92', ...nothing }),
    );
  });

  it('what is converted is summed beside what is not', async () => {
    await buildRates(db, 'EUR 2022 0.95', 'EUR 2023 0.92', 'EUR 2024 0.92');
    const { sums } = await importFile('publishers/acfspain-ke.xml');
    const budgets = sums.find(({ kind }) => kind === 'budget');
    expect(budgets).toMatchObject({ amount: '3064867.92', count: 3 });
    expect(Number(budgets?.usd)).toBeGreaterThan(0);
  });

  it('a file of IATI 1.0 is refused', async () => {
    const { stored, outcomes } = await importFile('legacy-1.x/IATIfromGF.xml');
    expect(stored).toMatchObject({ state: 'refused', report: { refusal: { code: 'version_1' } } });
    expect(outcomes).toEqual({});
  });
});
