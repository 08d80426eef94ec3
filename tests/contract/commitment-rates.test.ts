import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { anyPart } from '#domain/commitments/filters';
import { convertedTotal } from '#domain/commitments/money-sums';
import { buildAccount } from '#tests/factories/accounts';
import { buildActivity, buildFact } from '#tests/factories/activities';
import { addedUpTotals, keptTotals } from '#tests/factories/commitment-totals';
import { buildPartnership, enterAll, openTestCommitments } from '#tests/factories/commitments';
import { dialects, openTestDb } from '#tests/factories/databases';
import { outsider } from '#tests/factories/workspaces';

const head = 'Date,Rate,Currency,Frequency,Source,Country code';
const bytesOf = (...lines: string[]) => new TextEncoder().encode([head, ...lines].join('\n'));

describe.each(dialects)('exchange rates on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestCommitments>;
  let admin: ReturnType<typeof outsider>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestCommitments(db);
    admin = { ...outsider((await buildAccount(db, { isAdministrator: true })).id), isAdministrator: true };
  });
  afterEach(async () => {
    await house.background.settled();
    await db.close();
  });

  async function importRates(...lines: string[]): Promise<void> {
    await house.exchangeRates.uploadRates({ actor: admin, fileName: 'r.csv', bytes: bytesOf(...lines) });
    const preview = await house.exchangeRates.previewRates(admin);
    await house.exchangeRates.confirmRates({ actor: admin, id: preview?.id ?? '' });
    await house.background.settled();
  }

  it('are looked at before anything changes, with all that is wrong at once', async () => {
    await importRates('2024-12-31,0.92,EUR,A,IMF,U2', '2024-12-31,4500,MGA,A,IMF,MG');
    const bytes = bytesOf(
      '2024-12-31,0.93,EUR,A,IMF,U2',
      '2024-12-31,4500.0,MGA,A,IMF,MG',
      '2025-12-31,0.9,EUR,A,IMF,U2',
      'soon,none,EUR,A,IMF,U2',
    );
    await house.exchangeRates.uploadRates({ actor: admin, fileName: 'r.csv', bytes });
    const preview = await house.exchangeRates.previewRates(admin);
    expect(preview).toMatchObject({
      added: [{ currency: 'EUR', year: 2025 }],
      changed: [{ currency: 'EUR', year: 2024, before: '0.92', perUsd: '0.93' }],
      sameCount: 1,
      problems: [{ code: 'bad_date' }, { code: 'bad_rate' }],
    });
    expect((await house.exchangeRates.listRates({ search: 'eu', page: 1, size: 9 })).rows).toMatchObject([
      { currency: 'EUR', perUsd: '0.92' },
    ]);
    await expect(house.exchangeRates.confirmRates({ actor: admin, id: 'another' })).rejects.toMatchObject({
      code: 'stale',
    });
    await house.exchangeRates.discardRates(admin);
    expect(await house.exchangeRates.previewRates(admin)).toBeNull();
  });

  it('convert all that was entered anew, in every workspace, and totals stay what their rows are', async () => {
    const places = [await buildPartnership(db), await buildPartnership(db)];
    const facts = [buildFact({ currency: 'EUR', amount: '92' }), buildFact({ currency: 'XDR', amount: '1' })];
    for (const place of places)
      await enterAll(
        house,
        place,
        Array.from({ length: 12 }, (_, index) => buildActivity({ title: `A ${index}`, facts })),
      );
    const usdOf = async (workspaceId: (typeof places)[number]['workspaceId']) =>
      convertedTotal(await house.commitments.sumFacts(workspaceId, anyPart), 'usd');
    for (const { workspaceId } of places)
      expect(await usdOf(workspaceId)).toEqual({ total: null, parts: 24, notConverted: 24 });
    await importRates('2024-12-31,0.92,EUR,A,IMF,U2');
    for (const { workspaceId } of places) {
      expect(await usdOf(workspaceId)).toEqual({ total: '1200', parts: 24, notConverted: 12 });
      expect(await keptTotals(db, workspaceId)).toEqual(await addedUpTotals(db, workspaceId));
    }
    expect(await house.commitments.recutProgress()).toEqual({ total: 24, done: 24, isRunning: false });
    const [row] = (
      await house.commitments.listFacts(
        places[0]!.workspaceId,
        { ...anyPart, currency: 'EUR' },
        { page: 1, size: 1 },
      )
    ).rows;
    expect(row).toMatchObject({ usdRate: '0.92', usdSource: 'IMF', amount: '92' });
  });

  it('go on being applied after a stop', async () => {
    const place = await buildPartnership(db);
    const facts = [buildFact({ currency: 'EUR', amount: '92' })];
    await enterAll(
      house,
      place,
      Array.from({ length: 30 }, (_, index) => buildActivity({ title: `A ${index}`, facts })),
    );
    house.commitments.stop();
    await importRates('2024-12-31,0.92,EUR,A,IMF,U2');
    expect(await house.commitments.recutProgress()).toMatchObject({ isRunning: true });
    const again = openTestCommitments(db);
    await again.commitments.resume();
    await again.background.settled();
    expect(await again.commitments.recutProgress()).toEqual({ total: 30, done: 30, isRunning: false });
    const sums = await again.commitments.sumFacts(place.workspaceId, anyPart);
    expect(convertedTotal(sums, 'usd').total).toBe('3000');
  });

  it('are an administrator’s alone', async () => {
    const { convenor } = await buildPartnership(db);
    const { actor } = convenor;
    for (const outcome of await Promise.allSettled([
      house.exchangeRates.uploadRates({ actor, fileName: 'r.csv', bytes: bytesOf() }),
      house.exchangeRates.previewRates(actor),
      house.exchangeRates.confirmRates({ actor, id: '1' }),
      house.exchangeRates.discardRates(actor),
    ]))
      expect(outcome).toMatchObject({ reason: { code: 'forbidden' } });
  });
});
