import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { anyPart, type FactSort, type PartFilter } from '#domain/commitments/filters';
import { convertedTotal } from '#domain/commitments/money-sums';
import { addAmounts } from '#domain/money';
import { buildActivity, buildFact, buildShare } from '#tests/factories/activities';
import { buildPartner, buildPartnership, enterAll, openTestCommitments } from '#tests/factories/commitments';
import { dialects, openTestDb } from '#tests/factories/databases';
import { buildRates } from '#tests/factories/rates';
import { buildMember, outsider } from '#tests/factories/workspaces';

const anyActivity = { ...anyPart, search: '', status: null, problem: null } as const;
const firstPage = { sort: { key: 'title', isDescending: false }, page: 1, size: 50 } as const;

describe.each(dialects)('commitments on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestCommitments>;
  let place: Awaited<ReturnType<typeof buildPartnership>>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestCommitments(db);
    await buildRates(db, 'EUR 2023 0.92', 'EUR 2024 0.924', 'MGA 2024 4525.09');
    place = await buildPartnership(db);
  });
  afterEach(async () => {
    await house.background.settled();
    await db.close();
  });

  const shares = [
    buildShare('country', 'MG', '60'),
    buildShare('country', 'BI', '40'),
    buildShare('sector', '12110'),
    buildShare('sector', '12220'),
    buildShare('sector', '99810'),
  ];
  const facts = [
    buildFact({ kind: 'committed', amount: '1000000.01' }),
    buildFact({ currency: 'EUR', amount: '100' }),
    buildFact({ currency: 'XDR', amount: '7.77' }),
    buildFact({ amount: '-33.35' }),
    buildFact({ kind: 'spent', amount: '1000', periodStart: '2023-11-05', periodEnd: '2025-02-01' }),
  ];

  it('show as the total of any figure what its rows add up to', async () => {
    await enterAll(house, place, [
      buildActivity({ facts, shares }),
      buildActivity({ facts, title: 'Wells', shares: [] }),
    ]);
    const { workspaceId, partnerId } = place;
    const filters: Partial<PartFilter>[] = [
      {},
      { kind: 'disbursed' },
      { kind: 'disbursed', country: 'MG' },
      { kind: 'disbursed', country: '' },
      { kind: 'spent', country: 'BI', year: 2024 },
      { kind: 'spent', fiscalYear: '2024-01-01' },
      { kind: 'disbursed', partnerId },
      { kind: 'disbursed', partnerId, country: 'MG', year: 2024 },
      { kind: 'disbursed', partnerId, theme: 'governance' },
      { kind: 'disbursed', theme: '' },
      { kind: 'disbursed', theme: 'governance', country: 'MG' },
      { kind: 'disbursed', sector: '12110' },
      { kind: 'disbursed', notConverted: 'usd' },
      { kind: 'disbursed', currency: 'EUR' },
    ];
    for (const given of filters) {
      const filter = { ...anyPart, ...given };
      const { rows, sums, total } = await house.commitments.listFacts(workspaceId, filter, {
        page: 1,
        size: 1000,
      });
      expect(rows.length, JSON.stringify(given)).toBe(total);
      expect(total, JSON.stringify(given)).toBeGreaterThan(0);
      const usd = addAmounts('0', ...rows.map((row) => row.usd ?? '0'));
      expect(addAmounts('0', ...sums.map((sum) => sum.usd)), JSON.stringify(given)).toBe(usd);
      for (const { currency, amount } of sums) {
        const own = rows.filter((row) => row.currency === currency);
        expect(addAmounts('0', ...own.map((row) => row.amount))).toBe(amount);
      }
    }
  });

  it('count beside a total what no rate is known for, and never take it for zero', async () => {
    await enterAll(house, place, [buildActivity({ facts })]);
    const filter = { ...anyPart, kind: 'disbursed' as const };
    const sums = await house.commitments.sumFacts(place.workspaceId, filter);
    expect(convertedTotal(sums, 'usd')).toEqual({ total: '74.88', parts: 3, notConverted: 1 });
    const only = await house.commitments.sumFacts(place.workspaceId, { ...filter, currency: 'XDR' });
    expect(convertedTotal(only, 'usd')).toEqual({ total: null, parts: 1, notConverted: 1 });
  });

  it('are by country, by year and by partner and theme what their rows are', async () => {
    await enterAll(house, place, [buildActivity({ facts, shares })]);
    const { workspaceId } = place;
    const countries = await house.commitments.listCountries(workspaceId, {
      kind: 'committed',
      year: null,
      fiscalYear: null,
    });
    expect(countries.map(({ country, sums }) => [country, sums[0]?.amount])).toEqual([
      ['BI', '400000'],
      ['MG', '600000.01'],
    ]);
    const years = await house.commitments.countryYears(workspaceId, { country: 'MG', isFiscal: false });
    const spent = years.filter(({ kind }) => kind === 'spent');
    expect(spent.map(({ year }) => year)).toEqual(['2023', '2024', '2025']);
    expect(addAmounts(...spent.map(({ sums }) => sums[0]?.amount ?? '0'))).toBe('600');
    const matrix = await house.commitments.commitmentMatrix(workspaceId, {
      kind: 'committed',
      year: 2024,
      fiscalYear: null,
      language: 'en',
      page: 1,
      size: 10,
    });
    expect(matrix.grandTotal).toMatchObject([{ currency: 'USD', amount: '1000000.01' }]);
    expect(Object.keys(matrix.columnTotals).sort()).toEqual(['', 'benefit_package', 'governance']);
  });

  it('are found by words, country, sector, kind, year, status and problem', async () => {
    await enterAll(house, place, [
      buildActivity({ title: 'Écoles de santé', facts, shares }),
      buildActivity({ title: 'Wells', status: '4', shares: [], facts: [buildFact({ currency: null })] }),
    ]);
    const found = async (given: object) => {
      const filter = { ...anyActivity, ...given };
      const list = await house.commitments.listActivities(place.workspaceId, { filter, ...firstPage });
      return list.rows.map(({ title }) => title);
    };
    expect(await found({})).toEqual(['Écoles de santé', 'Wells']);
    expect(await found({ search: 'ecoles sante' })).toEqual(['Écoles de santé']);
    expect(await found({ country: 'BI' })).toEqual(['Écoles de santé']);
    expect(await found({ country: '' })).toEqual(['Wells']);
    expect(await found({ sector: '12110', year: 2023 })).toEqual(['Écoles de santé']);
    expect(await found({ kind: 'pledged' })).toEqual([]);
    expect(await found({ status: '4' })).toEqual(['Wells']);
    expect(await found({ problem: 'no_currency' })).toEqual(['Wells']);
    expect(await found({ problem: 'not_converted' })).toEqual(['Écoles de santé']);
    expect(await found({ problem: 'any', theme: 'governance' })).toEqual(['Écoles de santé']);
  });

  it('are the partner’s to enter, and the convenor’s only while nobody acts for it', async () => {
    const { workspaceId, convenor, partnerId, keeper } = place;
    const unattended = await buildPartner(db, workspaceId, 'Foundation');
    const observer = await buildMember(db, { workspaceId, institutionId: partnerId, role: 'observer' });
    const elsewhere = await buildPartnership(db);
    const enter = (actor: typeof keeper.actor, to = partnerId) =>
      house.commitments.enterActivity({ actor, workspaceId, partnerId: to, activity: buildActivity() });
    await enter(convenor.actor, unattended);
    const { activityId } = await enter(keeper.actor);
    const { setAt } = await house.commitments.findActivity(workspaceId, activityId);
    for (const [actor, code] of [
      [convenor.actor, 'forbidden'],
      [observer.actor, 'forbidden'],
      [elsewhere.keeper.actor, 'not_found'],
      [outsider(keeper.accountId) as typeof keeper.actor, 'not_found'],
    ] as const) {
      const on = { actor, workspaceId, activityId };
      const paste = { actor, workspaceId, partnerId, text: '', context: readingContext };
      for (const outcome of await Promise.allSettled([
        enter(actor),
        house.commitments.editActivity({ ...on, activity: buildActivity(), seenAt: setAt }),
        house.commitments.removeActivity(on),
        house.commitments.previewPaste(paste),
        house.commitments.pasteActivities({ ...paste, text: 'Activity;Kind;Amount\nA;spent;1' }),
      ]))
        expect(outcome).toMatchObject({ status: 'rejected' });
      await expect(enter(actor)).rejects.toMatchObject({ code });
    }
    expect(house.recorded.map(({ kind }) => kind)).toEqual(['commitment.entered', 'commitment.entered']);
  });

  it('of one workspace are nothing to another', async () => {
    const [activityId] = await enterAll(house, place, [buildActivity({ facts, shares })]);
    const { workspaceId } = await buildPartnership(db);
    const list = await house.commitments.listActivities(workspaceId, { filter: anyActivity, ...firstPage });
    expect(list.total).toBe(0);
    await expect(house.commitments.findActivity(workspaceId, activityId as never)).rejects.toMatchObject({
      code: 'not_found',
    });
    const { rows, sums } = await house.commitments.listFacts(workspaceId, anyPart, { page: 1, size: 9 });
    expect([rows, sums]).toEqual([[], []]);
    const of = { year: null, fiscalYear: null };
    expect(await house.commitments.listCountries(workspaceId, { kind: null, ...of })).toEqual([]);
    const language = 'en' as const;
    const page = { language, page: 1, size: 9 };
    const inMadagascar = { country: 'MG', ...of, language, page: 1 };
    expect((await house.commitments.countryPartners(workspaceId, inMadagascar)).total).toBe(0);
    const matrix = await house.commitments.commitmentMatrix(workspaceId, {
      kind: 'committed',
      ...of,
      ...page,
    });
    expect(matrix.total).toBe(0);
    expect((await house.commitments.listFilterValues(workspaceId, { withSectors: true })).countries).toEqual(
      [],
    );
  });

  it('are not overwritten by who has not seen the latest, and keep the origin of what is unchanged', async () => {
    const [activityId] = await enterAll(house, place, [buildActivity({ facts })]);
    const { workspaceId, keeper } = place;
    const on = { actor: keeper.actor, workspaceId, activityId: activityId as never };
    const before = await house.commitments.findActivity(workspaceId, on.activityId);
    house.clock.advance(60_000);
    const changed = { ...before.record, facts: [...before.record.facts, buildFact({ amount: '1' })] };
    await house.commitments.editActivity({ ...on, activity: changed, seenAt: before.setAt });
    const after = await house.commitments.findActivity(workspaceId, on.activityId);
    expect(after.facts.slice(0, -1).map(({ id, setAt }) => [id, setAt])).toEqual(
      before.facts.map(({ id, setAt }) => [id, setAt]),
    );
    await expect(
      house.commitments.editActivity({ ...on, activity: changed, seenAt: before.setAt }),
    ).rejects.toMatchObject({ code: 'stale' });
  });

  it('are listed in the order asked for, by their value and not by their digits', async () => {
    await enterAll(house, place, [
      buildActivity({ title: 'Wells', facts: [buildFact({ amount: '9' }), buildFact({ amount: '-100.5' })] }),
      buildActivity({
        title: 'éclairage',
        facts: [
          buildFact({ amount: '1000', periodStart: '2023-01-01', periodEnd: '2023-01-01' }),
          buildFact({ amount: '80', currency: 'XDR' }),
        ],
      }),
    ]);
    const listed = async (key: FactSort, isDescending = false) => {
      const sort = { key, isDescending };
      const { rows } = await house.commitments.listFacts(place.workspaceId, anyPart, {
        page: 1,
        size: 9,
        sort,
      });
      return rows.map(({ amount }) => Number(amount));
    };
    expect(await listed('usd')).toEqual([-100.5, 9, 1000, 80]);
    expect(await listed('usd', true)).toEqual([1000, 9, -100.5, 80]);
    expect(await listed('amount')).toEqual([-100.5, 9, 1000, 80]);
    expect((await listed('year'))[0]).toBe(1000);
    expect((await listed('activity')).slice(0, 2).sort()).toEqual([1000, 80]);
    expect((await listed('activity', true)).slice(2).sort()).toEqual([1000, 80]);
  });

  it('keep a fact the same one when a person corrects it, and take none of another activity', async () => {
    const [activityId, other] = await enterAll(house, place, [
      buildActivity({ facts: [buildFact({ amount: '1' }), buildFact({ amount: '2' })] }),
      buildActivity({ facts: [buildFact({ amount: '3' })] }),
    ]);
    const { workspaceId, keeper } = place;
    const find = (id: unknown) => house.commitments.findActivity(workspaceId, id as never);
    const { facts: before, record, setAt: seenAt } = await find(activityId);
    const on = { actor: keeper.actor, workspaceId, activityId: activityId as never, seenAt };
    const activity = {
      ...record,
      facts: [buildFact({ amount: '9' }), ...record.facts.slice(0, 1), buildFact({ amount: '2.5' })],
    };
    const foreign = (await find(other)).facts[0]?.id ?? null;
    await expect(
      house.commitments.editActivity({ ...on, activity, factIds: [null, foreign, null] }),
    ).rejects.toMatchObject({ code: 'not_found' });
    const factIds = [null, before[0]?.id ?? null, before[1]?.id ?? null];
    house.clock.advance(60_000);
    await house.commitments.editActivity({ ...on, activity, factIds });
    const { facts: after } = await find(activityId);
    expect(after.map(({ amount }) => amount)).toEqual(['9', '1', '2.5']);
    expect(after.slice(1).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[1]?.setAt).toBe(before[0]?.setAt);
    expect(after[2]?.setAt).not.toBe(before[1]?.setAt);
  });
});

const readingContext = { language: 'en' as const, themeWords: new Map(), currency: null };
