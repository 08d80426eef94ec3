import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Db } from '#db/db';
import type { ActionId } from '#domain/ids';
import { addAction, addLine, removeAction, setActionText } from '#domain/plans';
import { dialects, openTestDb } from '#tests/factories/databases';
import { buildPlan, projectedRows } from '#tests/factories/plans';

const a = 'a' as ActionId;

describe.each(dialects)('a running server on %s', (dialect) => {
  let db: Db;
  let plan: Awaited<ReturnType<typeof buildPlan>>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    plan = await buildPlan(db);
  });
  afterEach(async () => {
    await plan.services.plans.stop();
    await db.close();
  });

  async function titles(): Promise<unknown[]> {
    const rows = await projectedRows(db, plan.planId);
    return (rows.planActions ?? []).map((row) => (row as { title: string }).title);
  }

  it('shows an edit in the projection within a second', async () => {
    await plan.services.plans.start();
    await plan.edit(plan.convenor, (doc) => addAction(doc, { id: a, title: 'Étude' }));
    await vi.waitFor(async () => expect(await titles()).toEqual(['Étude']), { timeout: 1000, interval: 20 });
    await plan.edit(plan.convenor, (doc) => removeAction(doc, a));
    await vi.waitFor(async () => expect(await titles()).toEqual([]), { timeout: 1000, interval: 20 });
  });

  it('makes up at its start for what was edited while it did not follow', async () => {
    await plan.edit(plan.convenor, (doc) => addAction(doc, { id: a, title: 'Étude' }));
    expect(await titles()).toEqual([]);
    await plan.services.plans.start();
    await vi.waitFor(async () => expect(await titles()).toEqual(['Étude']));
  });

  it('reads every plan of a workspace anew when its fiscal calendar changes', async () => {
    await plan.services.plans.start();
    await plan.edit(plan.convenor, (doc) => addAction(doc, { id: a, start: '2026' }));
    const start = async () => (await projectedRows(db, plan.planId)).planActions;
    await vi.waitFor(async () => expect(await start()).toMatchObject([{ startDate: '2026-01-01' }]));
    await plan.services.workspaces.addFiscalCalendar({
      actor: plan.convenor.actor,
      workspaceId: plan.workspaceId,
      calendar: { appliesFrom: '2020-07-01', startMonth: 7, startDay: 1 },
    });
    await vi.waitFor(async () => expect(await start()).toMatchObject([{ startDate: '2026-07-01' }]));
  });

  it('projects edits that go on while a large plan is being compared', async () => {
    const { services, planId, convenor, edit } = plan;
    await edit(convenor, (doc) => {
      for (let i = 0; i < 150; i++) {
        addAction(doc, { id: `a${i}` as ActionId, title: String(i) });
        addLine(doc, `a${i}` as ActionId, 'costs', {
          id: 'l',
          year: '2026',
          amount: '1 000',
          currency: 'MGA',
        });
      }
    });
    const rebuilt = services.plans.rebuild(planId);
    await edit(convenor, (doc) => setActionText(doc, 'a7' as ActionId, 'title', 'Sept'));
    await edit(convenor, (doc) => removeAction(doc, 'a149' as ActionId));
    await rebuilt;
    await services.plans.project(planId);
    const found = await titles();
    expect(found).toHaveLength(149);
    expect(found).toContain('Sept');
    expect(await services.plans.rebuild(planId)).toMatchObject({ changed: 0 });
  });

  it('lets others have their turn after every few of the 2,000 actions that it projects', async () => {
    const { services, planId, convenor, edit } = plan;
    await edit(convenor, (doc) => {
      for (let i = 0; i < 2000; i++) {
        addAction(doc, { id: `a${i}` as ActionId, title: `Action ${i}`, start: 'T1 2026' });
        addLine(doc, `a${i}` as ActionId, 'costs', {
          id: 'l',
          year: '2026',
          amount: '1 000',
          currency: 'MGA',
        });
      }
    });
    let turns = 0;
    let isDone = false;
    const turn = () => {
      turns++;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    expect(await services.plans.rebuild(planId)).toEqual({ changed: 2000, actions: 2000 });
    isDone = true;
    expect(turns).toBeGreaterThan(2000 / 25);
  });
});
