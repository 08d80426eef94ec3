import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allMappingWords, mappingWords } from '#app/features/resource-mapping/words.server';
import type { Db } from '#db/db';
import type { ActivityRecord } from '#domain/commitments/types';
import type { InstitutionId, ResourceMappingId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import { mappingColumns } from '#domain/resource-mapping';
import type { Actor } from '#domain/workspaces/actor';
import { writeActivity } from '#server/features/commitments';
import { makeResourceMapping } from '#server/features/resource-mapping';
import { mappingWork } from '#server/features/resource-mapping/mapping-work';
import { makeServices, type Services } from '#server/services';
import { buildActivity, buildFact, buildShare } from '#tests/factories/activities';
import { addedUpTotals, keptTotals } from '#tests/factories/commitment-totals';
import { dialects, openTestDb } from '#tests/factories/databases';
import { makeTestFoundation } from '#tests/factories/foundation';
import { editWorkbook } from '#tests/factories/mapping-workbooks';
import { type BuiltMember, buildInstitution, buildMember, buildWorkspace } from '#tests/factories/workspaces';

type Row = (string | number | boolean | Date | null)[];
const at = (column: (typeof mappingColumns)[number]) => mappingColumns.indexOf(column) + 1;

describe.each(dialects)('commitments as a workbook on %s', (dialect) => {
  let db: Db;
  let services: Services;
  let clock: ReturnType<typeof makeTestFoundation>['clock'];
  let mapping: ReturnType<typeof makeResourceMapping>;
  let workspaceId: WorkspaceId;
  let convenor: BuiltMember;
  let who: InstitutionId;
  let keeper: BuiltMember;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    const foundation = makeTestFoundation(db);
    services = makeServices(foundation);
    ({ clock } = foundation);
    ({ workspaceId, convenor } = await buildWorkspace(db));
    who = await buildPartner('World Health Organization', 'WHO');
    keeper = await buildMember(db, { workspaceId, institutionId: who, role: 'contributor' });
    // In place: starting a thread from source takes a second. One test has a thread.
    mapping = makeResourceMapping({
      db,
      clock,
      events: services.events,
      runTask: (task, input) => mappingWork({ task, ...input } as never) as Promise<never>,
    });
  });
  afterEach(() => db.close());

  async function buildPartner(name: string, acronym: string): Promise<InstitutionId> {
    const institutionId = await buildInstitution(db, { workspaceId, name, acronym, kind: 'agency' });
    await db.transaction((tx) =>
      tx
        .insert(db.tables.partnerProfiles)
        .values({
          ...{ workspaceId, institutionId, about: '', website: '', instruments: [], modalities: [] },
          createdAt: '2026-01-05T08:00:00.000Z',
        })
        .then(() => undefined),
    );
    return institutionId;
  }

  const enter = (activity: ActivityRecord, partnerId = who) =>
    db.transaction((tx) =>
      writeActivity(
        { db, tx, clock },
        {
          ...{ workspaceId, partnerId, activity, source: 'hand', sourceText: '' },
          by: { accountId: keeper.accountId, institutionId: who },
        },
      ),
    );

  async function labels(): Promise<InstitutionLabel[]> {
    return services.institutions.listInstitutionLabels(workspaceId, 'en');
  }

  async function download(actor: Actor = keeper.actor, language: Language = 'en'): Promise<Uint8Array> {
    const words = mappingWords(language, await labels());
    return mapping.writeTemplate({ actor, workspaceId, partnerId: null, words });
  }

  async function bring(bytes: Uint8Array, actor: Actor = keeper.actor, language: Language = 'en') {
    const languages = allMappingWords(await labels());
    const read = { actor, workspaceId, name: 'map.xlsx', bytes, languages, language };
    const mappingId = await mapping.startMapping(read);
    return { actor, workspaceId, mappingId };
  }

  const facts = () => db.read.select().from(db.tables.financialFacts).orderBy(db.tables.financialFacts.id);

  /** A row as a person types it into one of the prepared ones. */
  function fill(row: Row, cells: Partial<Record<(typeof mappingColumns)[number], Row[number]>>): Row {
    const filled = [...row];
    for (const column of mappingColumns) filled[at(column)] = cells[column] ?? null;
    return filled;
  }
  const typed = {
    partner: 'WHO',
    activity: 'Community health workers',
    theme: 'Pooling',
    country: 'Madagascar',
    instrument: 'Grant',
    kind: 'Committed',
    amount: 250_000.5,
    currency: 'USD',
    valueDate: new Date('2026-03-31T00:00:00Z'),
  };

  it('come back unchanged as they went out, in every language, exact to the last digit', async () => {
    const shares = [buildShare('country', 'MG'), buildShare('country', 'BI'), buildShare('sector', '12220')];
    await enter(
      buildActivity({
        shares,
        facts: [
          buildFact({ amount: '12345678901234567.123456', note: '=SUM(1)' }),
          buildFact({
            amount: '-0.10',
            currency: null,
            valueDate: null,
            shares: [buildShare('theme', 'hiv')],
          }),
          buildFact({
            amount: null,
            amountText: 'about a million',
            periodEnd: '2024-12-31',
            isOnBudget: false,
          }),
        ],
      }),
    );
    const before = await facts();
    for (const language of ['en', 'fr', 'es'] as const) {
      const on = await bring(await download(keeper.actor, language));
      const preview = await mapping.previewMapping(on);
      expect(preview.rows.map(({ state, errors }) => [state, ...errors])).toEqual(
        Array(3).fill(['unchanged']),
      );
      expect(await mapping.applyMapping(on)).toEqual({ added: 0, changed: 0 });
    }
    expect(await facts()).toEqual(before);
  });

  it('are entered and changed, keep their ids, and are doubled by no second upload', async () => {
    await enter(buildActivity({ facts: [buildFact(), buildFact({ amount: '70' })] }));
    const before = await facts();
    const filled = await editWorkbook(await download(), (rows) =>
      rows.map((row, n) => {
        if (n === 0) return row.with(at('amount'), 1_500).with(at('note'), 'Signed; sealed');
        if (n === 2 || n === 3) return fill(row, { ...typed, amount: 100 + n });
        return row;
      }),
    );
    const on = await bring(filled);
    const preview = await mapping.previewMapping(on);
    expect(preview.counts).toEqual({ new: 2, changed: 1, unchanged: 1, refused: 0, error: 0 });
    expect(preview.rows[0]?.changes).toEqual([
      { column: 'amount', before: '1000', after: '1500' },
      { column: 'note', before: '', after: 'Signed; sealed' },
    ]);
    expect(await facts()).toEqual(before);

    expect(await mapping.applyMapping(on)).toEqual({ added: 2, changed: 1 });
    const after = await facts();
    expect(after.map(({ amount }) => amount).sort()).toEqual(['102', '103', '1500', '70']);
    const changed = after.find(({ id }) => id === before[0]?.id);
    expect(changed).toMatchObject({
      amount: '1500',
      note: 'Signed; sealed',
      source: 'workbook',
      sourceText: 'map.xlsx',
    });
    expect(after.find(({ id }) => id === before[1]?.id)).toMatchObject({ amount: '70', source: 'hand' });
    const activities = await db.read.select().from(db.tables.activities);
    expect(activities.map(({ title }) => title).sort()).toEqual(['Clinics', 'Community health workers']);
    expect(await keptTotals(db, workspaceId)).toEqual(await addedUpTotals(db, workspaceId));

    expect(await mapping.applyMapping(on)).toEqual({ added: 0, changed: 0 });
    const again = await bring(filled);
    expect((await mapping.previewMapping(again)).counts).toMatchObject({ unchanged: 4 });
    const corrected = await editWorkbook(filled, (rows) =>
      rows.map((row, n) => (n === 2 ? row.with(at('amount'), 999) : row)),
    );
    clock.advance(60_000);
    const third = await bring(corrected);
    expect(await mapping.applyMapping(third)).toEqual({ added: 0, changed: 1 });
    expect((await facts()).map(({ amount }) => amount).sort()).toEqual(['103', '1500', '70', '999']);
  });

  it('of inserted and copied rows are new, once; a row taken out of the sheet stays in Concord', async () => {
    await enter(buildActivity({ facts: [buildFact(), buildFact({ amount: '70' })] }));
    const edited = await editWorkbook(await download(), ([first = []]) => [
      first,
      first.with(at('amount'), 5),
      fill([null], typed),
    ]);
    const on = await bring(edited);
    expect((await mapping.previewMapping(on)).counts).toMatchObject({ new: 2, unchanged: 1 });
    await mapping.applyMapping(on);
    expect((await facts()).map(({ amount }) => amount).sort()).toEqual(['1000', '250000.5', '5', '70']);
    await mapping.applyMapping(await bring(edited));
    expect(await facts()).toHaveLength(4);
  });

  it('are read in any of the three languages, whatever the workbook was made in', async () => {
    const words = { partner: 'who', theme: 'mise en commun des risques', country: 'Madagascar' };
    const french = mappingWords('fr', await labels());
    const edited = await editWorkbook(await download(keeper.actor, 'es'), ([blank = []]) => [
      fill(blank, {
        ...typed,
        ...words,
        theme: french.choices.theme.find(({ code }) => code === 'pooling')?.label ?? '',
        kind: 'Engagé',
        instrument: 'donación',
        isOnPlan: 'oui',
        isOnBudget: 'NO',
        amount: '1 250 000,50',
        valueDate: '31/03/2026',
      }),
    ]);
    const { rows } = await mapping.previewMapping(await bring(edited, keeper.actor, 'fr'));
    expect(rows).toMatchObject([
      {
        state: 'new',
        values: {
          ...{ partner: who, theme: 'pooling', kind: 'committed', instrument: 'grant', amount: '1250000.50' },
          ...{ valueDate: '2026-03-31', isOnPlan: 'yes', isOnBudget: 'no', country: 'MG' },
        },
      },
    ]);
  });

  it('tell every mistake of every row at once, and write none of them', async () => {
    await enter(buildActivity());
    const [known] = await facts();
    const edited = await editWorkbook(await download(), ([first = [], ...blank]) => [
      first.with(at('activity'), 'Other title').with(at('currency'), 'XXQ'),
      fill(blank[0] ?? [], {
        ...{ partner: 'Nobody', kind: 'gift', amount: 'a lot', valueDate: '31/02/2026', isOnPlan: 'maybe' },
        ...{ activity: 'A', currency: 'USD', periodStart: '2026-02-01', theme: 'Pooling; HIV' },
      }),
      fill(blank[1] ?? [], { ...typed, periodStart: '2026-12-31', periodEnd: '2026-01-01', currency: '' }),
      fill(['not-a-mark'], typed),
      first,
      fill(['018f0000-0000-7000-8000-000000000000'], typed),
    ]);
    const on = await bring(edited);
    const { rows, counts } = await mapping.previewMapping(on);
    const told = rows.map(({ row, errors }) => [
      row,
      ...errors.map(({ column, problem }) => `${column} ${problem}`).sort(),
    ]);
    expect(told).toEqual([
      [2, 'activity fixed', 'currency unknown'],
      [
        3,
        'amount amount_unread',
        'isOnPlan unknown',
        'kind unknown',
        'partner unknown',
        'periodEnd period_incomplete',
        'theme several',
        'valueDate date_unread',
      ],
      [4, 'currency missing', 'periodEnd period_reversed'],
      [5, 'null mark_unknown'],
      [6],
      [7, 'null gone'],
    ]);
    expect(counts).toMatchObject({ error: 5, new: 1 });
    expect(rows[1]?.errors.find(({ column }) => column === 'amount')?.text).toBe('a lot');
    await mapping.applyMapping(on);
    expect((await facts()).find(({ id }) => id === known?.id)).toEqual(known);
  });

  it('are refused where another institution keeps the record, whoever’s workbook it is', async () => {
    await enter(buildActivity());
    const bank = await buildPartner('World Bank', 'WB');
    const banker = await buildMember(db, { workspaceId, institutionId: bank });
    const fromWho = await editWorkbook(await download(), ([first = [], blank = []]) => [
      first.with(at('amount'), 1),
      fill(blank, typed),
      fill([null], { ...typed, partner: 'WB' }),
    ]);
    const before = await facts();
    const on = await bring(fromWho, banker.actor);
    expect((await mapping.previewMapping(on)).rows.map(({ state }) => state)).toEqual([
      'refused',
      'refused',
      'new',
    ]);
    await mapping.applyMapping(on);
    const after = await facts();
    expect(after).toHaveLength(before.length + 1);
    expect(after.filter(({ id }) => id === before[0]?.id)).toEqual(before);
    // The convenor keeps only what nobody keeps yet.
    expect(await mapping.listMappablePartners({ actor: convenor.actor, workspaceId })).toEqual([]);
  });

  it('are nothing to observers, to outsiders, and to another person of the workspace', async () => {
    await enter(buildActivity());
    const observer = await buildMember(db, { workspaceId, role: 'observer', institutionId: who });
    const elsewhere = await buildWorkspace(db);
    const workbook = await download();
    const on = await bring(workbook);
    for (const [actor, code] of [
      [observer.actor, 'forbidden'],
      [elsewhere.convenor.actor, 'not_found'],
    ] as const) {
      for (const outcome of await Promise.allSettled([
        download(actor),
        bring(workbook, actor),
        mapping.previewMapping({ ...on, actor }),
        mapping.applyMapping({ ...on, actor }),
        mapping.discardMapping({ ...on, actor }),
        mapping.listMappablePartners({ actor, workspaceId }),
      ])) {
        expect(outcome).toMatchObject({ reason: { code } });
      }
    }
    for (const actor of [convenor.actor]) {
      await expect(mapping.previewMapping({ ...on, actor })).rejects.toMatchObject({ code: 'not_found' });
      await expect(mapping.applyMapping({ ...on, actor })).rejects.toMatchObject({ code: 'not_found' });
    }
    const foreign = { actor: elsewhere.convenor.actor, workspaceId: elsewhere.workspaceId };
    await expect(
      mapping.previewMapping({ ...foreign, mappingId: on.mappingId as ResourceMappingId }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of another workspace are touched by no row that carries their mark', async () => {
    await enter(buildActivity());
    const before = await facts();
    const there = await buildWorkspace(db);
    await db.transaction((tx) =>
      tx
        .insert(db.tables.partnerProfiles)
        .values({
          ...{ about: '', website: '', instruments: [], modalities: [] },
          workspaceId: there.workspaceId,
          institutionId: there.convenor.institutionId,
          createdAt: '2026-01-05T08:00:00.000Z',
        })
        .then(() => undefined),
    );
    const stolen = await editWorkbook(await download(), ([first = []]) => [
      fill([`new:${first[0]}`], { ...typed, partner: 'Ministry of Public Health' }),
    ]);
    const words = await services.institutions.listInstitutionLabels(there.workspaceId, 'en');
    const on = { actor: there.convenor.actor, workspaceId: there.workspaceId };
    const mappingId = await mapping.startMapping({
      ...{ ...on, name: 'x.xlsx', bytes: stolen, language: 'en' },
      languages: allMappingWords(words),
    });
    expect((await mapping.previewMapping({ ...on, mappingId })).rows).toMatchObject([
      { state: 'error', errors: [{ problem: 'gone' }] },
    ]);
    await mapping.applyMapping({ ...on, mappingId });
    expect(await facts()).toEqual(before);
  });

  it('that someone else has changed since the download are not overwritten', async () => {
    const { activityId } = await enter(buildActivity());
    const workbook = await editWorkbook(await download(), ([first = []]) => [first.with(at('note'), 'Mine')]);
    clock.advance(60_000);
    const colleague = await buildMember(db, { workspaceId, institutionId: who });
    await db.transaction((tx) =>
      writeActivity(
        { db, tx, clock },
        {
          ...{ workspaceId, partnerId: who, activityId, source: 'hand', sourceText: '' },
          activity: buildActivity({ facts: [buildFact({ amount: '2000' })] }),
          factIds: [],
          by: colleague,
        },
      ),
    );
    const [changed] = await facts();
    const { rows } = await mapping.previewMapping(await bring(workbook));
    // Written anew by hand it is another fact: what the row stood for is gone.
    expect(rows).toMatchObject([{ state: 'error', errors: [{ problem: 'gone' }] }]);
    await db.transaction((tx) =>
      writeActivity(
        { db, tx, clock },
        {
          ...{ workspaceId, partnerId: who, activityId, source: 'hand', sourceText: '' },
          activity: buildActivity({ facts: [buildFact({ amount: '3000' })] }),
          factIds: changed ? [changed.id] : [],
          by: colleague,
        },
      ),
    );
    const later = await download();
    clock.advance(60_000);
    await db.transaction((tx) =>
      writeActivity(
        { db, tx, clock },
        {
          ...{ workspaceId, partnerId: who, activityId, source: 'hand', sourceText: '' },
          activity: buildActivity({ facts: [buildFact({ amount: '4000' })] }),
          factIds: changed ? [changed.id] : [],
          by: colleague,
        },
      ),
    );
    const mine = await editWorkbook(later, ([first = []]) => [first.with(at('note'), 'Mine')]);
    expect((await mapping.previewMapping(await bring(mine))).rows).toMatchObject([
      { state: 'error', errors: [{ problem: 'stale' }] },
    ]);
  });

  it('make a workbook with lists to choose from, hidden marks and notes on its header', async () => {
    await enter(buildActivity());
    const { sheets } = await readXlsx(await download(keeper.actor, 'fr'), { readStyles: true });
    const [sheet, lists] = sheets;
    expect([sheet?.name, lists?.name, lists?.hidden]).toEqual(['Engagements', 'Listes', true]);
    expect(sheet?.columns?.[0]?.hidden).toBe(true);
    expect(sheet?.dataValidations?.map(({ type }) => type)).toEqual(Array(9).fill('list'));
    expect(sheet?.dataValidations?.[0]?.formula1).toContain('Listes');
    expect(sheet?.cells?.get(`0,${at('amount')}`)?.comment?.text).toContain('Exact');
    expect(sheet?.protection?.sheet).toBe(true);
    expect(lists?.rows.flat()).toContain('World Health Organization (WHO)');
  });

  it('are refused as a file that was not made here, with a reason', async () => {
    const other = await editWorkbook(await download(), (rows, header) => {
      header[0] = 'ID';
      return rows;
    });
    for (const [bytes, reason] of [
      [other, 'not_template'],
      [Buffer.from('a;b'), 'unknown'],
      [new Uint8Array(), 'empty'],
    ] as const) {
      await expect(bring(bytes)).rejects.toMatchObject({ code: 'unsupported_file', details: { reason } });
    }
    expect(await db.read.$count(db.tables.resourceMappings)).toBe(0);
  });
});
