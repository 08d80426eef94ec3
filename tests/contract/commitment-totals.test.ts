import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { ActivityRecord } from '#domain/commitments/types';
import type { ActivityId, InstitutionId, WorkspaceId } from '#domain/ids';
import { removeActivity, writeActivity } from '#server/features/commitments';
import { buildActivity, buildFact, buildShare } from '#tests/factories/activities';
import { makeTestClock } from '#tests/factories/clock';
import { addedUpTotals, keptTotals } from '#tests/factories/commitment-totals';
import { dialects, openTestDb } from '#tests/factories/databases';
import { buildRates } from '#tests/factories/rates';
import { buildInstitution, buildWorkspace } from '#tests/factories/workspaces';
import { makeRandom, type Random } from '#tests/fuzz/random';

const seed = 20261128;
const nobody = { accountId: null, institutionId: null };

describe.each(dialects)('the totals of commitments on %s', (dialect) => {
  let db: Db;
  let workspaceId: WorkspaceId;
  let partnerId: InstitutionId;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    await buildRates(db, 'EUR 2023 0.92', 'EUR 2024 0.924', 'MGA 2024 4525.09');
    ({ workspaceId } = await buildWorkspace(db));
    partnerId = await buildInstitution(db, { workspaceId });
  });
  afterEach(() => db.close());

  function write(
    activity: ActivityRecord,
    given: { activityId?: ActivityId; partnerId?: InstitutionId } = {},
  ) {
    const written = { workspaceId, partnerId, activity, by: nobody, source: 'hand', sourceText: '' } as const;
    return db.transaction((tx) =>
      writeActivity({ db, tx, clock: makeTestClock() }, { ...written, ...given }),
    );
  }

  function remove(activityId: ActivityId) {
    return db.transaction((tx) =>
      removeActivity({ db, tx, clock: makeTestClock() }, { workspaceId, activityId }),
    );
  }

  async function totalOf(wanted: object) {
    for (const [key, sums] of await keptTotals(db, workspaceId)) {
      const [grain, , country, , kind, year, , currency] = key.split('|');
      const found = { grain, country, kind, year: Number(year), currency };
      if (Object.entries(wanted).every(([name, value]) => found[name as keyof typeof found] === value))
        return sums;
    }
    return null;
  }

  it('stay what their parts add up to, whatever is written, changed and removed', async () => {
    const random = makeRandom(seed);
    const other = await buildInstitution(db, { workspaceId });
    const live: { activityId: ActivityId; partnerId: InstitutionId }[] = [];
    for (let step = 0; step < 60; step++) {
      const chosen = live.length > 3 ? random.pick(live) : null;
      if (chosen && random.below(4) === 0) {
        await remove(chosen.activityId);
        live.splice(live.indexOf(chosen), 1);
        continue;
      }
      const of = chosen ?? { partnerId: random.pick([partnerId, other]) };
      const { activityId } = await write(randomActivity(random), of);
      if (!chosen) live.push({ activityId, partnerId: of.partnerId });
    }
    const [kept, addedUp] = [await keptTotals(db, workspaceId), await addedUpTotals(db, workspaceId)];
    expect(addedUp.size).toBeGreaterThan(60);
    expect(kept).toEqual(addedUp);
    for (const { activityId } of live) await remove(activityId);
    expect(await keptTotals(db, workspaceId)).toEqual(new Map());
  });

  it('have a revised budget in the place of its original, and negative facts in them', async () => {
    const year = { periodStart: '2024-01-01', periodEnd: '2024-12-31', valueDate: '2024-01-01' };
    const facts = [
      buildFact({ kind: 'budget', amount: '100', ...year }),
      buildFact({ kind: 'budget', amount: '70', isRevised: true, ...year }),
      buildFact({ kind: 'planned', amount: '55', isRevised: true, ...year }),
      buildFact({ amount: '40' }),
      buildFact({ amount: '-15' }),
      buildFact({ kind: 'repayment', amount: '9' }),
    ];
    const { activityId } = await write(buildActivity({ facts }));
    const of = (kind: string) => totalOf({ grain: 'country', country: 'MG', kind, year: 2024 });
    expect(await of('budget')).toMatchObject({ amount: '70', parts: 1 });
    expect(await of('planned')).toMatchObject({ amount: '55', parts: 1 });
    expect(await of('disbursed')).toMatchObject({ amount: '25', parts: 2 });
    expect(await of('repayment')).toMatchObject({ amount: '9', parts: 1 });
    const { financialFacts } = db.tables;
    const rows = await db.read.select().from(financialFacts).where(eq(financialFacts.activityId, activityId));
    expect(rows.map(({ isCounted }) => isCounted)).toEqual([false, true, true, true, true, true]);
  });

  it('convert by the year of the value date, and count what no rate is known for', async () => {
    const facts = [
      buildFact({ currency: 'EUR', amount: '924' }),
      buildFact({ currency: 'EUR', amount: '1', valueDate: null }),
      buildFact({ currency: 'XDR', amount: '5' }),
      buildFact({ currency: null, amount: '3' }),
      buildFact({ amount: null }),
    ];
    await write(buildActivity({ facts }));
    const of = (currency: string) => totalOf({ grain: 'country_partner', country: 'MG', year: -1, currency });
    expect(await of('EUR')).toMatchObject({ amount: '925', usd: '1000', local: '4525090', withoutUsd: 1 });
    expect(await of('XDR')).toMatchObject({ amount: '5', usd: '0', withoutUsd: 1, withoutLocal: 1 });
    expect(await of('')).toMatchObject({ amount: '3', withoutUsd: 1 });
  });

  it('take a known identifier for the same activity, and keep what did not change', async () => {
    const facts = [buildFact({ details: { b: 1, a: { d: 2, c: 3 } } }), buildFact({ amount: '5' })];
    const first = await write(buildActivity({ identifier: 'XM-1-A', facts }));
    const { financialFacts } = db.tables;
    const before = await db.read.select().from(financialFacts).orderBy(financialFacts.position);
    const again = await write(
      buildActivity({ identifier: 'XM-1-A', facts: [buildFact({ amount: '6' }), facts[0] as never] }),
    );
    expect([first.outcome, again]).toEqual(['created', { activityId: first.activityId, outcome: 'changed' }]);
    const after = await db.read.select().from(financialFacts).orderBy(financialFacts.position);
    expect(after.map(({ amount }) => amount)).toEqual(['6', '1000']);
    expect(after[1]?.id).toBe(before[0]?.id);
    await remove(first.activityId);
    await expect(remove(first.activityId)).rejects.toMatchObject({ code: 'not_found' });
    expect((await write(buildActivity({ identifier: 'XM-1-A' }))).activityId).toBe(first.activityId);
  });

  it('refuse an identifier that is another partner’s, and an activity of another workspace', async () => {
    const { activityId } = await write(buildActivity({ identifier: 'XM-1-A' }));
    const other = await buildInstitution(db, { workspaceId });
    await expect(write(buildActivity({ identifier: 'XM-1-A' }), { partnerId: other })).rejects.toMatchObject({
      code: 'conflict',
    });
    ({ workspaceId } = await buildWorkspace(db));
    await expect(write(buildActivity(), { activityId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(remove(activityId)).rejects.toMatchObject({ code: 'not_found' });
  });
});

function randomActivity(random: Random): ActivityRecord {
  const day = () => `20${22 + random.below(4)}-${String(1 + random.below(12)).padStart(2, '0')}-11`;
  const facts = Array.from({ length: random.below(5) }, () => {
    const [periodStart, periodEnd] = [day(), day()].sort();
    return buildFact({
      kind: random.pick(['committed', 'disbursed', 'budget', 'planned', 'interest']),
      amount: `${random.below(2000) - 500}.${10 + random.below(90)}`,
      currency: random.pick(['USD', 'EUR', 'XDR', 'MGA', null]),
      valueDate: random.pick([day(), null]),
      periodStart: periodStart ?? null,
      periodEnd: random.pick([periodStart, periodEnd]) ?? null,
      isRevised: random.below(3) === 0,
    });
  });
  const shares = [
    ...random.pick([[], [buildShare('country', 'MG', '70'), buildShare('country', 'BI', '30')]]),
    ...random.pick([
      [],
      [buildShare('sector', '12110'), buildShare('sector', '12220'), buildShare('sector', '16010')],
    ]),
  ];
  return buildActivity({ facts, shares });
}
