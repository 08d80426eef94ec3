import { count } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { madagascar } from '#db/seed/madagascar';
import type { Clock } from '#domain/clock';
import { seedDemo } from '#server/demo/seed-demo';
import { makeServices, type Services } from '#server/services';
import { dialects, openTestDb } from '#tests/factories/databases';
import { makeTestFoundation } from '#tests/factories/foundation';

describe.each(dialects)('the demo on %s', (dialect) => {
  let db: Db;
  let services: Services;
  let clock: Clock;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    const foundation = makeTestFoundation(db);
    services = makeServices(foundation);
    ({ clock } = foundation);
  });
  afterEach(async () => {
    await services.plans.stop();
    await db.close();
  });

  it('is entered once and left as it is on the next start', async () => {
    const signIns = await seedDemo({ db, clock, services });
    const rowsOf = async (table: Parameters<ReturnType<Db['read']['select']>['from']>[0]) =>
      (await db.read.select({ n: count() }).from(table))[0]?.n;
    const before = await rowsOf(db.tables.events);

    expect(await seedDemo({ db, clock, services })).toEqual(signIns);
    expect(await rowsOf(db.tables.events)).toBe(before);
    expect(signIns.map(({ email }) => email)).toContain('planning@msanp.example');
    expect(await rowsOf(db.tables.workspaces)).toBe(2);
  });

  it('projects every action with amounts that parse, but for those left open on purpose', async () => {
    await seedDemo({ db, clock, services });
    const { planActions, planCosts, statusReports } = db.tables;
    const actions = await db.read.select().from(planActions);
    const costs = await db.read.select().from(planCosts);
    const reports = await db.read.select({ n: count() }).from(statusReports);

    expect(actions.length).toBeGreaterThanOrEqual(madagascar.plan.actions.length + 12);
    expect(costs.filter(({ amount }) => amount === null).map(({ amountText }) => amountText)).toEqual([
      'à préciser après étude',
    ]);
    expect(actions.filter(({ startDate, endDate }) => !startDate || !endDate)).toEqual([]);
    expect(reports[0]?.n).toBeGreaterThan(10);
  });

  it('holds one dialogue with a decision and its reservation, and prepares another', async () => {
    await seedDemo({ db, clock, services });
    const { dialogues, decisions } = db.tables;
    const held = await db.read.select().from(dialogues);
    expect(held.map(({ endedAt }) => endedAt !== null).sort()).toEqual([false, true]);
    const [decision, ...others] = await db.read.select().from(decisions);
    expect(others).toEqual([]);
    expect(decision?.reference).toMatch(/^MDG\/\d{4}\/01\/D1$/);
    expect(decision?.verdict.outcome).toBe('adopted');
    expect(decision?.reservations).toHaveLength(1);
  });
});
