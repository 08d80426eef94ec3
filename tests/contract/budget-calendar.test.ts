import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { WorkspaceId } from '#domain/ids';
import { dialects, openTestDb } from '#tests/factories/databases';
import { budgetFacts, openTestCycles } from '#tests/factories/funding-cycles';
import { type BuiltMember, buildMember, buildWorkspace, outsider } from '#tests/factories/workspaces';

const julyToJune = { appliesFrom: '2018-07-01', startMonth: 7, startDay: 1 };

describe.each(dialects)('budget calendars on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestCycles>;
  let workspaceId: WorkspaceId;
  let convenor: BuiltMember;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestCycles(db);
    ({ workspaceId, convenor } = await buildWorkspace(db));
  });
  afterEach(() => db.close());

  const own = () => ({ actor: convenor.actor, workspaceId });
  const add = (facts: Partial<typeof budgetFacts> = {}) =>
    house.cycles.addBudgetEvent({ ...own(), facts: { ...budgetFacts, ...facts } });
  const datesIn = async (start: string, end: string) => {
    const dates = await house.cycles.listCalendarDates({ workspaceId, country: 'MG', range: { start, end } });
    return dates.map(({ key, date, state, sequence }) => ({ key, date, state, sequence }));
  };

  it('are the convenors’ alone', async () => {
    const { eventId } = await add();
    const drafter = await buildMember(db, { workspaceId, role: 'drafter' });
    const elsewhere = await buildWorkspace(db);
    for (const [actor, code] of [
      [drafter.actor, 'forbidden'],
      [elsewhere.convenor.actor, 'not_found'],
      [outsider(convenor.accountId), 'not_found'],
    ] as const) {
      const asking = { actor, workspaceId };
      const moved = {
        year: 2027,
        date: '2027-04-15',
        precision: 'day',
        state: 'changed',
        source: '',
      } as const;
      for (const outcome of await Promise.allSettled([
        house.cycles.addBudgetEvent({ ...asking, facts: budgetFacts }),
        house.cycles.editBudgetEvent({ ...asking, eventId, sequence: 0, facts: budgetFacts }),
        house.cycles.moveBudgetEvent({ ...asking, eventId, ...moved }),
        house.cycles.removeBudgetEvent({ ...asking, eventId }),
        house.cycles.setCountryCalendar({ ...asking, country: 'BI', calendar: julyToJune }),
        house.cycles.removeCountryCalendar({ ...asking, country: 'BI', appliesFrom: '2018-07-01' }),
      ]))
        expect(outcome).toMatchObject({ reason: { code } });
    }
    const there = { actor: elsewhere.convenor.actor, workspaceId: elsewhere.workspaceId };
    expect(await house.cycles.listBudgetEvents({ ...there, country: null })).toEqual([]);
    await expect(house.cycles.removeBudgetEvent({ ...there, eventId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('repeat a step every year, move it in one, and tell calendars of each change', async () => {
    const { eventId } = await add();
    const range = ['2026-01-01', '2028-12-31'] as const;
    const late = { date: '2027-04-15', precision: 'day', state: 'changed', source: 'Circular 12' } as const;
    await house.cycles.moveBudgetEvent({ ...own(), eventId, year: 2027, ...late });
    expect(await datesIn(...range)).toEqual([
      { key: `${eventId}-2026`, date: '2026-03-31', state: 'confirmed', sequence: 0 },
      { key: `${eventId}-2027`, date: '2027-04-15', state: 'changed', sequence: 1 },
      { key: `${eventId}-2028`, date: '2028-03-31', state: 'confirmed', sequence: 0 },
    ]);
    const moved = (await house.cycles.listBudgetEvents({ workspaceId, country: 'MG' })).find(
      ({ moves }) => moves,
    );
    if (!moved) throw new Error('nothing was moved');
    await house.cycles.removeBudgetEvent({ ...own(), eventId: moved.id });
    const [, back] = await datesIn(...range);
    expect(back).toMatchObject({ key: `${eventId}-2027`, date: '2027-03-31', state: 'confirmed' });
    expect(back?.sequence).toBeGreaterThan(1);
    await house.cycles.moveBudgetEvent({ ...own(), eventId, year: 2027, ...late });
    const [, again] = await datesIn(...range);
    await house.cycles.removeBudgetEvent({ ...own(), eventId });
    const [, off] = await datesIn(...range);
    expect(off).toMatchObject({ key: `${eventId}-2027`, date: '2027-03-31', state: 'cancelled' });
    expect(off?.sequence).toBeGreaterThan(again?.sequence ?? 0);
  });

  it('end a yearly step, and tell calendars that the years after are off', async () => {
    const { eventId } = await add();
    const facts = { ...budgetFacts, lastYear: 2026 };
    await house.cycles.editBudgetEvent({ ...own(), eventId, sequence: 0, facts });
    expect(
      (await datesIn('2026-01-01', '2027-12-31')).map(({ state, sequence }) => [state, sequence]),
    ).toEqual([
      ['confirmed', 1],
      ['cancelled', 1],
    ]);
    await expect(
      house.cycles.editBudgetEvent({ ...own(), eventId, sequence: 0, facts }),
    ).rejects.toMatchObject({ code: 'stale' });
    await expect(add({ lastYear: 2025 })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('keep what was removed in calendars as cancelled', async () => {
    const { eventId } = await add({ isYearly: false });
    await house.cycles.removeBudgetEvent({ ...own(), eventId });
    expect(await house.cycles.listBudgetEvents({ workspaceId, country: null })).toEqual([]);
    expect(await datesIn('2026-01-01', '2026-12-31')).toEqual([
      { key: eventId, date: '2026-03-31', state: 'cancelled', sequence: 1 },
    ]);
  });

  it('of other countries are versioned by the date they apply from; one’s own is kept in the settings', async () => {
    const { setCountryCalendar, listCalendars, removeCountryCalendar } = house.cycles;
    const first = { appliesFrom: '2000-01-01', startMonth: 1, startDay: 1 };
    await setCountryCalendar({ ...own(), country: 'BI', calendar: first });
    await setCountryCalendar({ ...own(), country: 'BI', calendar: { ...julyToJune, startDay: 2 } });
    await setCountryCalendar({ ...own(), country: 'BI', calendar: julyToJune });
    expect(await listCalendars({ workspaceId, country: 'BI' })).toEqual([julyToJune, first]);
    expect(await listCalendars({ workspaceId, country: 'MG' })).toEqual([{ ...first }]);
    expect(await house.cycles.listCountries(workspaceId)).toEqual(['MG', 'BI']);
    const view = { country: 'BI', institutionId: null, kind: '', view: 'fiscal', language: 'fr' } as const;
    const { years } = await house.cycles.readTimeline(workspaceId, {
      ...view,
      ...{ fromYear: 2018, toYear: 2018, today: '2018-03-01' },
    });
    expect(years.map(({ start, end, isInterim }) => [start, end, isInterim])).toEqual([
      ['2018-01-01', '2018-06-30', true],
      ['2018-07-01', '2019-06-30', false],
    ]);
    await expect(setCountryCalendar({ ...own(), country: 'MG', calendar: julyToJune })).rejects.toMatchObject(
      { details: { field: 'country' } },
    );
    await removeCountryCalendar({ ...own(), country: 'BI', appliesFrom: '2018-07-01' });
    expect(await listCalendars({ workspaceId, country: 'BI' })).toEqual([first]);
    const elsewhere = await buildWorkspace(db);
    expect(await listCalendars({ workspaceId: elsewhere.workspaceId, country: 'BI' })).toEqual([]);
    expect(await house.cycles.listCountries(elsewhere.workspaceId)).toEqual(['MG']);
  });
});
