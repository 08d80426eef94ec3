import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import type { Db } from '#db/db';
import type { ActionId, ObjectiveId } from '#domain/ids';
import {
  addAction,
  addLine,
  addObjective,
  addSupporter,
  moveAction,
  moveObjective,
  removeAction,
  removeLine,
  removeObjective,
  setActionField,
  setActionText,
  setLine,
  setTheme,
} from '#domain/plans';
import { dialects, openTestDb } from '#tests/factories/databases';
import { buildPlan, projectedRows } from '#tests/factories/plans';
import { buildMember } from '#tests/factories/workspaces';

const actionIds = ['a', 'b', 'c', 'd'] as ActionId[];
const objectiveIds = ['o1', 'o2', 'o3'] as ObjectiveId[];
const anAction = fc.constantFrom(...actionIds);
const anObjective = fc.constantFrom(...objectiveIds);
const aText = fc.constantFrom('', '2026', 'T1 2027', 'bientôt', '1 250,50', '\u0000', '😀');

type Edit = (doc: Y.Doc) => void;
const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(anAction, fc.option(anObjective)).map(
    ([id, objectiveId]): Edit =>
      (doc) =>
        addAction(doc, { id, objectiveId }),
  ),
  fc.tuple(anAction, aText).map(
    ([id, text]): Edit =>
      (doc) =>
        setActionText(doc, id, 'title', text),
  ),
  fc.tuple(anAction, aText).map(
    ([id, text]): Edit =>
      (doc) =>
        setActionField(doc, id, 'start', text),
  ),
  fc.tuple(anAction, aText).map(
    ([id, amount]): Edit =>
      (doc) =>
        addLine(doc, id, 'costs', { id: 'l', amount, currency: 'MGA' }),
  ),
  fc.tuple(anAction, aText).map(
    ([id, year]): Edit =>
      (doc) =>
        setLine(doc, id, 'costs', 'l', { year }),
  ),
  anAction.map(
    (id): Edit =>
      (doc) =>
        removeLine(doc, id, 'costs', 'l'),
  ),
  anAction.map(
    (id): Edit =>
      (doc) =>
        addSupporter(doc, id, { id: 's', text: 'OIT' }),
  ),
  anAction.map(
    (id): Edit =>
      (doc) =>
        addLine(doc, id, 'funding', { id: 'f', amount: '5', currency: 'USD', certainty: 'secured' }),
  ),
  fc.tuple(anAction, fc.boolean()).map(
    ([id, isOn]): Edit =>
      (doc) =>
        setTheme(doc, id, 'hiv', isOn),
  ),
  fc.tuple(anAction, anAction).map(
    ([id, afterId]): Edit =>
      (doc) =>
        moveAction(doc, id, { afterId }),
  ),
  anAction.map(
    (id): Edit =>
      (doc) =>
        removeAction(doc, id),
  ),
  fc.tuple(anObjective, fc.option(anObjective)).map(
    ([id, parentId]): Edit =>
      (doc) =>
        addObjective(doc, { id, parentId, level: 'axis', title: 'x' }),
  ),
  fc.tuple(anObjective, fc.option(anObjective)).map(
    ([id, parentId]): Edit =>
      (doc) =>
        moveObjective(doc, id, { parentId }),
  ),
  anObjective.map(
    (id): Edit =>
      (doc) =>
        removeObjective(doc, id),
  ),
);

describe.each(dialects)('the projection of a plan on %s', (dialect) => {
  let db: Db;
  beforeEach(async () => {
    db = await openTestDb(dialect);
  });
  afterEach(() => db.close());

  it('shows what an action says, and keeps what does not parse', async () => {
    const { services, planId, convenor, edit } = await buildPlan(db);
    await edit(convenor, (doc) => {
      addAction(doc, {
        id: 'a' as ActionId,
        title: 'Former',
        start: 'T1 2026',
        end: 'bientôt',
        block: 'workforce',
      });
      addLine(doc, 'a' as ActionId, 'costs', { id: 'c1', year: '2026', amount: '1 250,50', currency: 'MGA' });
      addLine(doc, 'a' as ActionId, 'costs', { id: 'c2', year: 'x', amount: 'beaucoup', currency: 'MGA' });
    });
    await services.plans.project(planId);
    const rows = await projectedRows(db, planId);
    expect(rows.planActions).toMatchObject([
      {
        title: 'Former',
        startDate: '2026-01-01',
        endDate: null,
        endText: 'bientôt',
        flags: [{ field: 'end' }, { field: 'costs.c2.year' }, { field: 'costs.c2.amount' }],
      },
    ]);
    expect(rows.planCosts).toMatchObject([
      { id: 'c1', year: 2026, amount: '1250.50', currency: 'MGA' },
      { id: 'c2', year: null, yearText: 'x', amount: null, amountText: 'beaucoup' },
    ]);
    const [mark] = await db.read.select().from(db.tables.planProjections);
    expect(mark).toMatchObject({ epoch: 1, seq: 2 });
  });

  it('rewrites only the actions that changed', async () => {
    const { services, planId, convenor, edit } = await buildPlan(db);
    await edit(convenor, (doc) => {
      for (const id of actionIds) addAction(doc, { id });
    });
    await services.plans.project(planId);
    await edit(convenor, (doc) => setActionText(doc, 'c' as ActionId, 'title', 'Étude'));
    expect(await services.plans.project(planId)).toEqual({ changed: 1, actions: 1 });
    const { planActions } = db.tables;
    const rows = await db.read
      .select()
      .from(planActions)
      .where(eq(planActions.planId, planId))
      .orderBy(planActions.id);
    expect(rows.map(({ changedSeq }) => changedSeq)).toEqual([2, 2, 3, 2]);
    expect(await services.plans.rebuild(planId)).toEqual({ changed: 0, actions: 4 });
  });

  it('that followed each edit equals the one rebuilt from the log', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.tuple(fc.array(anEdit, { minLength: 1, maxLength: 4 }), fc.boolean()), { maxLength: 12 }),
      async (steps) => {
        const { services, planId, convenor, edit } = await buildPlan(db);
        for (const [edits, mustProject] of steps) {
          await edit(convenor, (doc) => {
            for (const one of edits) one(doc);
          });
          if (mustProject) await services.plans.project(planId);
        }
        await services.plans.project(planId);
        const followed = await projectedRows(db, planId);
        expect(await services.plans.rebuild(planId)).toMatchObject({ changed: 0 });
        const { planProjections, planActions, planObjectives, planCosts } = db.tables;
        await db.transaction(async (tx) => {
          for (const table of [planProjections, planActions, planCosts, planObjectives])
            await tx.delete(table).where(eq(table.planId, planId));
        });
        await services.plans.rebuild(planId);
        expect(await projectedRows(db, planId)).toEqual(followed);
      },
    );
    await fc.assert(property, { seed: 20260708, numRuns: dialect === 'sqlite' ? 40 : 12 });
  });

  it("tells each author's edits once, when the burst is over", async () => {
    const { services, clock, planId, workspaceId, convenor, edit } = await buildPlan(db);
    const partner = await buildMember(db, { workspaceId, role: 'drafter' });
    await edit(convenor, (doc) => addAction(doc, { id: 'a' as ActionId }));
    await edit(convenor, (doc) => setActionText(doc, 'a' as ActionId, 'title', 'Étude'));
    await edit(partner, (doc) => {
      addAction(doc, { id: 'b' as ActionId });
      removeAction(doc, 'a' as ActionId);
    });
    await services.plans.start();
    const edited = async () => {
      await services.plans.digest();
      const rows = await db.read
        .select()
        .from(db.tables.events)
        .where(eq(db.tables.events.kind, 'plan.edited'));
      return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    };
    expect(await edited()).toEqual([]);
    clock.advance(61_000);
    const told = await edited();
    expect(told).toMatchObject([
      { accountId: convenor.accountId, subjectId: planId, after: { edits: 2, actions: 1, actionIds: ['a'] } },
      { accountId: partner.accountId, institutionId: partner.institutionId, after: { edits: 1, actions: 2 } },
    ]);
    expect(await edited()).toHaveLength(2);
    await services.plans.stop();
  });

  it('tells of steady editing every ten minutes', async () => {
    const { services, clock, convenor, edit } = await buildPlan(db);
    await services.plans.start();
    for (let i = 0; i < 21; i++) {
      await edit(convenor, (doc) => addAction(doc, { id: `a${i}` as ActionId }));
      clock.advance(30_000);
      await services.plans.digest();
    }
    const rows = await db.read
      .select()
      .from(db.tables.events)
      .where(eq(db.tables.events.kind, 'plan.edited'));
    expect(rows.map(({ after }) => after?.edits)).toEqual([20]);
    await services.plans.stop();
  });

  it('is read anew when the fiscal calendar changes', async () => {
    const { services, planId, workspaceId, convenor, edit } = await buildPlan(db);
    await edit(convenor, (doc) => addAction(doc, { id: 'a' as ActionId, start: '2026' }));
    await services.plans.project(planId);
    await services.workspaces.addFiscalCalendar({
      actor: convenor.actor,
      workspaceId,
      calendar: { appliesFrom: '2020-07-01', startMonth: 7, startDay: 1 },
    });
    await services.plans.rebuild(planId);
    const rows = await projectedRows(db, planId);
    expect(rows.planActions).toMatchObject([{ startDate: '2026-07-01' }]);
  });
});
