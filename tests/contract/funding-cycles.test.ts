import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { occurrencesOf, type WindowRule } from '#domain/funding-cycles/rule';
import type { CycleEventId, FundingCycleId, InstitutionId, WorkspaceId } from '#domain/ids';
import { listOrigins } from '#server/features/provenance';
import { dialects, openTestDb } from '#tests/factories/databases';
import {
  buildPartner,
  cycleFacts,
  envelopeFacts,
  eventFacts,
  openTestCycles,
} from '#tests/factories/funding-cycles';
import { type BuiltMember, buildMember, buildWorkspace, outsider } from '#tests/factories/workspaces';

const rule: WindowRule = {
  firstOpens: '2026-03-15',
  until: '2027-12-31',
  everyMonths: 6,
  closesAfterDays: 42,
  reviewAfterDays: null,
  decisionAfterDays: 90,
  title: '',
};
const list = {
  search: '',
  kind: '',
  phase: '',
  institutionId: null,
  within: null,
  sort: { key: 'next', isDescending: false },
  page: 1,
  size: 50,
  language: 'en',
} as const;

describe.each(dialects)('funding cycles on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestCycles>;
  let workspaceId: WorkspaceId;
  let convenor: BuiltMember;
  let institutionId: InstitutionId;
  let keeper: BuiltMember;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestCycles(db);
    ({ workspaceId, convenor } = await buildWorkspace(db));
    institutionId = await buildPartner(db, { workspaceId });
    keeper = await buildMember(db, { workspaceId, institutionId, role: 'contributor' });
  });
  afterEach(() => db.close());

  const enter = async (facts: Partial<typeof cycleFacts> = {}) => {
    const { actor } = keeper;
    const entered = { actor, workspaceId, institutionId, facts: { ...cycleFacts, ...facts } };
    return { actor, workspaceId, cycleId: (await house.cycles.createCycle(entered)).cycleId };
  };
  const find = (cycleId: FundingCycleId) => house.cycles.findCycle({ workspaceId, cycleId });
  const eventOf = async (cycleId: FundingCycleId, eventId: CycleEventId) => {
    const event = (await find(cycleId)).events.find(({ id }) => id === eventId);
    if (!event) throw new Error('the event is gone');
    return event;
  };

  it('are entered by their partner, with who said so for each field', async () => {
    const { cycleId } = await enter();
    const { predecessorId: _none, ...facts } = cycleFacts;
    expect(await find(cycleId)).toMatchObject({
      ...facts,
      partner: { id: institutionId },
      events: [],
      predecessor: null,
    });
    const origins = await listOrigins({ db }, { workspaceId, subjectType: 'fundingCycle', ids: [cycleId] });
    expect(
      origins
        .get(cycleId)
        ?.map(({ field }) => field)
        .sort(),
    ).toEqual(Object.keys(cycleFacts).sort());
    expect(house.recorded).toMatchObject([
      { kind: 'funding_cycle.added', institutionId, after: { institutionId, name: 'GC8' } },
    ]);
  });

  it('are kept by the convenors only while nobody acts for the partner', async () => {
    const alone = await buildPartner(db, { workspaceId, acronym: 'GAVI' });
    const { actor } = convenor;
    const facts = cycleFacts;
    await house.cycles.createCycle({ actor, workspaceId, institutionId: alone, facts });
    await expect(
      house.cycles.createCycle({ actor, workspaceId, institutionId, facts }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      house.cycles.createCycle({ actor, workspaceId, institutionId: convenor.institutionId, facts }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('refuse every change by others of the workspace, and to outsiders are not there', async () => {
    const own = await enter();
    const { cycleId } = own;
    const { eventId } = await house.cycles.addEvent({ ...own, facts: eventFacts });
    const { envelopeId } = await house.cycles.addEnvelope({ ...own, facts: envelopeFacts });
    const elsewhere = await buildWorkspace(db);
    const observer = await buildMember(db, { workspaceId, institutionId, role: 'observer' });
    const other = await buildMember(db, { workspaceId, role: 'drafter' });
    const recordedBefore = house.recorded.length;
    for (const [actor, code] of [
      [convenor.actor, 'forbidden'],
      [observer.actor, 'forbidden'],
      [other.actor, 'forbidden'],
      [elsewhere.convenor.actor, 'not_found'],
      [outsider(keeper.accountId), 'not_found'],
    ] as const) {
      const on = { actor, workspaceId, cycleId };
      for (const outcome of await Promise.allSettled([
        house.cycles.createCycle({ actor, workspaceId, institutionId, facts: cycleFacts }),
        house.cycles.editCycle({ ...on, facts: cycleFacts }),
        house.cycles.removeCycle(on),
        house.cycles.setRule({ ...on, rule, reason: '' }),
        house.cycles.addEvent({ ...on, facts: eventFacts }),
        house.cycles.changeEvent({ ...on, eventId, sequence: 0, facts: eventFacts, reason: 'r' }),
        house.cycles.addEnvelope({ ...on, facts: envelopeFacts }),
        house.cycles.editEnvelope({ ...on, envelopeId, facts: envelopeFacts }),
        house.cycles.removeEnvelope({ ...on, envelopeId }),
      ]))
        expect(outcome).toMatchObject({ reason: { code } });
    }
    expect(house.recorded).toHaveLength(recordedBefore);
  });

  it('are not reached through another workspace, whoever asks', async () => {
    const own = await enter();
    const { eventId } = await house.cycles.addEvent({ ...own, facts: eventFacts });
    const elsewhere = await buildWorkspace(db);
    const there = { actor: elsewhere.convenor.actor, workspaceId: elsewhere.workspaceId };
    const on = { ...there, cycleId: own.cycleId };
    for (const outcome of await Promise.allSettled([
      house.cycles.findCycle(on),
      house.cycles.mayEditCycle(there.actor, on),
      house.cycles.editCycle({ ...on, facts: cycleFacts }),
      house.cycles.changeEvent({ ...on, eventId, sequence: 0, facts: eventFacts, reason: 'r' }),
    ]))
      expect(outcome).toMatchObject({ reason: { code: 'not_found' } });
    expect((await house.cycles.listCycles(there.workspaceId, list)).total).toBe(0);
    expect(await house.cycles.listCyclePartners(there.workspaceId)).toEqual([]);
    const view = { country: null, institutionId: null, kind: '', view: 'calendar', language: 'en' } as const;
    const timeline = await house.cycles.readTimeline(there.workspaceId, {
      ...view,
      ...{ fromYear: 2026, toYear: 2028, today: '2026-07-01' },
    });
    expect(timeline.rows).toEqual([]);
    const range = { start: '2020-01-01', end: '2030-01-01' };
    expect(
      await house.cycles.listCalendarDates({ workspaceId: there.workspaceId, country: null, range }),
    ).toEqual([]);
  });

  it('keep every date that an event had, with its state and the reason', async () => {
    const own = await enter();
    const { eventId } = await house.cycles.addEvent({ ...own, facts: { ...eventFacts, date: '2020-05-25' } });
    const move = (sequence: number, date: string, reason: string) =>
      house.cycles.changeEvent({
        ...own,
        eventId,
        sequence,
        facts: { ...eventFacts, date, state: 'changed' },
        reason,
      });
    await move(0, '2020-05-31', 'Re-issued as 2b');
    await move(1, '2020-06-30', 'Re-issued as 2c');
    const event = await eventOf(own.cycleId, eventId);
    expect(event).toMatchObject({ date: '2020-06-30', state: 'changed', sequence: 2 });
    expect(event.formerDates).toMatchObject([
      { date: '2020-05-31', state: 'changed', reason: 'Re-issued as 2c', sequence: 1 },
      {
        date: '2020-05-25',
        state: 'indicative',
        reason: 'Re-issued as 2b',
        sequence: 0,
        checkedOn: '2026-02-01',
      },
    ]);
    await expect(move(1, '2020-07-31', 'late')).rejects.toMatchObject({ code: 'stale' });
    await expect(move(2, '2020-07-31', ' ')).rejects.toMatchObject({
      code: 'invalid_input',
      details: { field: 'reason' },
    });
    await expect(move(2, '2020-02-30', 'no day')).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('raise the sequence when only words change, without a former date', async () => {
    const own = await enter();
    const { eventId } = await house.cycles.addEvent({ ...own, facts: eventFacts });
    const rename = { ...own, eventId, sequence: 0, facts: { ...eventFacts, title: 'TRP' }, reason: '' };
    await house.cycles.changeEvent(rename);
    expect(await eventOf(own.cycleId, eventId)).toMatchObject({ title: 'TRP', sequence: 1, formerDates: [] });
    await house.cycles.changeEvent({ ...rename, sequence: 1 });
    expect(await eventOf(own.cycleId, eventId)).toMatchObject({ sequence: 1 });
  });

  it('keep a month or a quarter by its first day', async () => {
    const own = await enter();
    const facts = { ...eventFacts, date: '2026-08-19', precision: 'quarter' } as const;
    const { eventId } = await house.cycles.addEvent({ ...own, facts });
    expect(await eventOf(own.cycleId, eventId)).toMatchObject({ date: '2026-07-01', precision: 'quarter' });
  });

  it('generate their windows, and leave alone those adjusted by hand', async () => {
    const own = await enter();
    expect(await house.cycles.setRule({ ...own, rule, reason: '' })).toEqual({
      added: occurrencesOf(rule).length,
      changed: 0,
      cancelled: 0,
      kept: 0,
    });
    const before = (await find(own.cycleId)).events;
    const [adjusted, followed] = before.filter(({ kind }) => kind === 'window_closes');
    if (!adjusted || !followed) throw new Error('no windows');
    const facts = { ...eventFacts, date: '2026-05-02', state: 'confirmed' } as const;
    const change = { eventId: adjusted.id, sequence: adjusted.sequence, facts, reason: 'The letter says so' };
    await house.cycles.changeEvent({ ...own, ...change });
    const generated = await house.cycles.setRule({
      ...own,
      rule: { ...rule, closesAfterDays: 50, decisionAfterDays: null },
      reason: 'Longer windows',
    });
    expect(generated).toEqual({ added: 0, changed: 3, cancelled: 4, kept: 1 });
    expect(await eventOf(own.cycleId, adjusted.id)).toMatchObject({
      date: '2026-05-02',
      state: 'confirmed',
      sequence: 1,
    });
    expect(await eventOf(own.cycleId, followed.id)).toMatchObject({
      sequence: 1,
      state: 'indicative',
      formerDates: [{ date: followed.date, reason: 'Longer windows' }],
    });
    const after = (await find(own.cycleId)).events;
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    expect(after.filter(({ kind }) => kind === 'decision').map(({ state }) => state)).toEqual(
      Array(4).fill('cancelled'),
    );
    expect(await house.cycles.setRule({ ...own, rule, reason: 'Back again' })).toMatchObject({
      added: 0,
      changed: 7,
    });
    await house.cycles.setRule({ ...own, rule: null, reason: '' });
    const standing = (await find(own.cycleId)).events.filter(({ state }) => state !== 'cancelled');
    expect(standing.map(({ id }) => id)).toEqual([adjusted.id]);
  });

  it('give a window adjusted by hand back to their rule, which then moves it again or cancels it', async () => {
    const own = await enter();
    await house.cycles.setRule({ ...own, rule, reason: '' });
    const [first, second] = (await find(own.cycleId)).events.filter(({ kind }) => kind === 'decision');
    if (!first || !second) throw new Error('no windows');
    const back = (event: { id: CycleEventId }, sequence: number) =>
      house.cycles.returnToRule({ ...own, eventId: event.id, sequence, reason: '' });
    await expect(back(first, 0)).rejects.toMatchObject({ code: 'conflict' });
    const facts = { ...eventFacts, date: '2026-05-02', state: 'confirmed' } as const;
    for (const { id: eventId } of [first, second])
      await house.cycles.changeEvent({ ...own, eventId, sequence: 0, facts, reason: 'The letter says so' });
    await expect(back(first, 0)).rejects.toMatchObject({ code: 'stale' });
    const { convenor: stranger } = await buildWorkspace(db);
    const outsiderTo = { ...own, actor: stranger.actor, eventId: first.id, sequence: 1, reason: '' };
    await expect(house.cycles.returnToRule(outsiderTo)).rejects.toMatchObject({ code: 'not_found' });

    await back(first, 1);
    expect(await eventOf(own.cycleId, first.id)).toMatchObject({
      ...{ date: first.date, state: 'indicative', isAdjusted: false, sequence: 2 },
      formerDates: [{ date: '2026-05-02', state: 'confirmed' }, { date: first.date }],
    });
    await house.cycles.setRule({ ...own, rule: { ...rule, decisionAfterDays: null }, reason: '' });
    expect(await eventOf(own.cycleId, first.id)).toMatchObject({ state: 'cancelled' });
    expect(await eventOf(own.cycleId, second.id)).toMatchObject({ state: 'confirmed' });
    await back(second, 1);
    expect(await eventOf(own.cycleId, second.id)).toMatchObject({ state: 'cancelled', isAdjusted: false });
  });

  it('follow one another, within one partner and never in a circle', async () => {
    const first = await enter({ name: 'GC7' });
    const second = await enter({ name: 'GC8', predecessorId: first.cycleId });
    expect(await find(second.cycleId)).toMatchObject({ predecessor: { name: 'GC7' } });
    expect(await find(first.cycleId)).toMatchObject({ successors: [{ name: 'GC8' }] });
    const foreign = await buildPartner(db, { workspaceId, acronym: 'GAVI' });
    const { cycleId: predecessorId } = await house.cycles.createCycle({
      actor: convenor.actor,
      workspaceId,
      institutionId: foreign,
      facts: cycleFacts,
    });
    for (const [cycleId, wrong] of [
      [first.cycleId, second.cycleId],
      [first.cycleId, first.cycleId],
      [first.cycleId, predecessorId],
    ] as const)
      await expect(
        house.cycles.editCycle({ ...first, cycleId, facts: { ...cycleFacts, predecessorId: wrong } }),
      ).rejects.toMatchObject({ details: { field: 'predecessorId' } });
  });

  it('hold envelopes by country and theme, exact to the digit', async () => {
    const own = await enter();
    const { envelopeId } = await house.cycles.addEnvelope({ ...own, facts: envelopeFacts });
    expect((await find(own.cycleId)).envelopes).toMatchObject([{ ...envelopeFacts, source: 'hand' }]);
    const facts = { ...envelopeFacts, status: 'committed', amount: '0.10' } as const;
    await house.cycles.editEnvelope({ ...own, envelopeId, facts });
    expect((await find(own.cycleId)).envelopes).toMatchObject([{ status: 'committed', amount: '0.10' }]);
    await expect(
      house.cycles.addEnvelope({ ...own, facts: { ...envelopeFacts, amount: '1,5' } }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
    await house.cycles.removeEnvelope({ ...own, envelopeId });
    expect((await find(own.cycleId)).envelopes).toEqual([]);
    await expect(house.cycles.removeEnvelope({ ...own, envelopeId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('are listed with what comes next, filtered, sorted and paged', async () => {
    const late = await enter({ name: 'Later', kind: 'strategy', periodStart: '2027-01-01' });
    const soon = await enter({ name: 'Sóoner' });
    await enter({ name: 'Over', periodStart: '2020-01-01', periodEnd: '2022-12-31' });
    await house.cycles.addEvent({ ...late, facts: { ...eventFacts, date: '2027-06-30' } });
    await house.cycles.addEvent({ ...soon, facts: eventFacts });
    await house.cycles.addEvent({
      ...soon,
      facts: { ...eventFacts, date: '2026-04-01', state: 'cancelled' },
    });
    const names = async (wanted: object) =>
      (await house.cycles.listCycles(workspaceId, { ...list, ...wanted })).rows.map(({ name }) => name);
    expect(await names({})).toEqual(['Sóoner', 'Later', 'Over']);
    expect((await house.cycles.listCycles(workspaceId, list)).rows[0]?.next).toMatchObject({
      date: '2026-05-31',
    });
    expect(await names({ search: 'sooner' })).toEqual(['Sóoner']);
    expect(await names({ search: 'fm' })).toHaveLength(3);
    expect(await names({ kind: 'strategy' })).toEqual(['Later']);
    expect(await names({ phase: 'over' })).toEqual(['Over']);
    expect(await names({ within: { start: '2022-12-31', end: '2023-06-30' } })).toEqual(['Over']);
    expect(await names({ institutionId: convenor.institutionId })).toEqual([]);
    expect(await names({ sort: { key: 'start', isDescending: true }, size: 1 })).toEqual(['Later']);
  });

  it('once removed are gone from every list, and stay in calendars as cancelled', async () => {
    const own = await enter();
    await house.cycles.addEvent({ ...own, facts: eventFacts });
    await house.cycles.addEnvelope({ ...own, facts: envelopeFacts });
    await house.cycles.removeCycle(own);
    await expect(find(own.cycleId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(house.cycles.addEvent({ ...own, facts: eventFacts })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await house.cycles.listCycles(workspaceId, list)).total).toBe(0);
    const range = { start: '2026-01-01', end: '2027-01-01' };
    expect(await house.cycles.listCalendarDates({ workspaceId, country: null, range })).toMatchObject([
      { state: 'cancelled', sequence: 1 },
    ]);
  });

  it('are drawn over the budget calendar of a country, without what is another country’s', async () => {
    const own = await enter();
    await house.cycles.setRule({ ...own, rule, reason: '' });
    await house.cycles.addEvent({ ...own, facts: { ...eventFacts, country: 'BI', date: '2026-06-01' } });
    const view = {
      institutionId: null,
      kind: '',
      view: 'fiscal',
      fromYear: 2026,
      toYear: 2026,
      today: '2026-07-01',
      language: 'en',
    } as const;
    const here = await house.cycles.readTimeline(workspaceId, { ...view, country: 'MG' });
    const ofCountry = await house.cycles.readTimeline(workspaceId, { ...view, country: 'BI' });
    expect(here.rows[0]?.windows).toMatchObject([
      { start: '2026-03-15', end: '2026-04-26' },
      { start: '2026-09-15', end: '2026-10-27' },
    ]);
    expect(ofCountry.rows[0]?.marks).toHaveLength((here.rows[0]?.marks.length ?? 0) + 1);
    expect(here.rows.length).toBe(1);
    const elsewhere = { ...view, country: 'MG', kind: 'strategy' };
    expect((await house.cycles.readTimeline(workspaceId, elsewhere)).rows).toEqual([]);
  });
});
