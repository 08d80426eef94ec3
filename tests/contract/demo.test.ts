import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { count } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { burundi } from '#db/seed/burundi';
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
  let dataDir: string;
  let said: string[];
  beforeEach(async () => {
    db = await openTestDb(dialect);
    const foundation = makeTestFoundation(db);
    services = makeServices(foundation);
    ({ clock, said } = foundation);
    ({ dataDir } = foundation.config);
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
    // Its people are made up: nobody is written to.
    await services.background.settled();
    expect(said).toEqual([]);
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

  it('lists partners with records that their own people keep, and what convenors propose about them', async () => {
    await seedDemo({ db, clock, services });
    const { partnerProfiles, mandates, focalPersons, partnerDocuments, changeProposals, fieldOrigins } =
      db.tables;
    const countOf = (table: Parameters<Db['read']['$count']>[0]) => db.read.$count(table);
    const listed = madagascar.partners;
    const all = (part: 'mandates' | 'people' | 'documents') =>
      listed.reduce((sum, partner) => sum + partner[part].length, 0);
    // Whoever has money or a cycle in a workspace is a partner there, listed or not.
    const partnersOf = ({ partners, commitments, cycles }: typeof madagascar) =>
      new Set([
        ...[...partners, ...commitments].map(({ acronym }) => acronym),
        ...cycles.map(({ partner }) => partner),
      ]).size;
    expect(await countOf(partnerProfiles)).toBe(partnersOf(madagascar) + partnersOf(burundi));
    expect(await countOf(mandates)).toBe(all('mandates'));
    expect(await countOf(focalPersons)).toBe(all('people'));
    expect(await countOf(partnerDocuments)).toBe(all('documents'));
    const proposals = await db.read.select().from(changeProposals);
    expect(proposals.map(({ state }) => state).sort()).toEqual(['open', 'rejected']);
    expect(await countOf(fieldOrigins)).toBeGreaterThan(all('mandates') * 9);
  });

  it('holds one dialogue with a decision and its reservation, and prepares two', async () => {
    await seedDemo({ db, clock, services });
    const { dialogues, decisions } = db.tables;
    const held = await db.read.select().from(dialogues);
    expect(held.map(({ endedAt }) => endedAt !== null).sort()).toEqual([false, false, true]);
    const [decision, ...others] = await db.read.select().from(decisions);
    expect(others).toEqual([]);
    expect(decision?.reference).toMatch(/^MDG\/\d{4}\/01\/D1$/);
    expect(decision?.verdict.outcome).toBe('adopted');
    expect(decision?.reservations).toHaveLength(1);
  });

  it('has feedback, letters with every kind of answer and a public webinar, and writes to nobody', async () => {
    await seedDemo({ db, clock, services });
    await services.background.settled();
    expect(existsSync(join(dataDir, 'outbox'))).toBe(false);
    const { dialogues, dialogueFeedback, dialogueLetters, dialogueLetterMails, dialogueRegistrations } =
      db.tables;
    const heard = (await db.read.select().from(dialogueFeedback)).map((given) => given.heard);
    expect(new Set(heard)).toEqual(new Set(['yes', 'partly', 'none_raised']));
    const letters = await db.read.select().from(dialogueLetters);
    expect(new Set(letters.map(({ answer }) => answer))).toEqual(
      new Set(['accepted', 'declined', 'tentative', null]),
    );
    const webinars = (await db.read.select().from(dialogues)).filter(
      ({ visibility }) => visibility === 'public',
    );
    expect(webinars).toMatchObject([{ type: 'webinar', registration: { places: 200 } }]);
    const registered = await db.read.select().from(dialogueRegistrations);
    expect(registered.length).toBeGreaterThan(3);
    // Nothing of it happens in days to come.
    const now = clock.now().toISOString();
    const mails = await db.read.select().from(dialogueLetterMails);
    const times = [
      ...mails.map(({ sentAt }) => sentAt),
      ...registered.map(({ registeredAt }) => registeredAt),
    ];
    expect(times.filter((at) => at > now)).toEqual([]);
  });
});
