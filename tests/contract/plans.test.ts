import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { PlanId } from '#domain/ids';
import { readPlan } from '#domain/plans';
import { makeServices, type Services } from '#server/services';
import { dialects, openTestDb } from '#tests/factories/databases';
import { makeTestFoundation } from '#tests/factories/foundation';
import { buildMember, buildWorkspace } from '#tests/factories/workspaces';

const blank = { template: 'blank', language: 'fr', startYear: 2026, endYear: 2030 } as const;

describe.each(dialects)('plans on %s', (dialect) => {
  let db: Db;
  let services: Services;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    services = makeServices(makeTestFoundation(db));
  });
  afterEach(() => db.close());

  async function eventsOf(planId: PlanId) {
    const { events } = db.tables;
    return db.read.select().from(events).where(eq(events.subjectId, planId)).orderBy(events.id);
  }

  it('are created with a document seeded from the template', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const { actor } = convenor;
    const { planId, documentId } = await services.plans.createPlan({
      actor,
      workspaceId,
      ...blank,
      title: '  Feuille  de route ',
      template: 'uhc_roadmap',
    });
    const { doc, seq } = await services.documents.read(documentId);
    expect(seq).toBe(1);
    expect(readPlan(doc).objectives).toHaveLength(28);
    const plan = await services.plans.getPlan({ actor, planId });
    expect(plan).toMatchObject({ title: 'Feuille de route', documentId, epoch: 1, startYear: 2026 });
    expect(plan.calendars).toHaveLength(1);
    expect(await eventsOf(planId)).toMatchObject([
      { kind: 'plan.created', accountId: actor.accountId, institutionId: convenor.institutionId },
    ]);
  });

  it('are refused without a title or with a horizon that no plan has', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const create = (plan: object) =>
      services.plans.createPlan({
        actor: convenor.actor,
        workspaceId,
        ...blank,
        title: 'x',
        ...plan,
      });
    for (const plan of [
      { title: ' ' },
      { startYear: 2031 },
      { endYear: 2101 },
      { startYear: 1.5 },
      { title: 'x'.repeat(201) },
    ])
      await expect(create(plan)).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('are created and renamed by convenors and drafters only, archived by convenors only', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const { planId } = await services.plans.createPlan({
      actor: convenor.actor,
      workspaceId,
      ...blank,
      title: 'x',
    });
    for (const role of ['observer', 'contributor'] as const) {
      const { actor } = await buildMember(db, { workspaceId, role });
      await expect(
        services.plans.createPlan({ actor, workspaceId, ...blank, title: 'y' }),
      ).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(services.plans.renamePlan({ actor, planId, title: 'y' })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    const { actor: drafter } = await buildMember(db, { workspaceId, role: 'drafter' });
    await services.plans.renamePlan({ actor: drafter, planId, title: 'y' });
    await expect(services.plans.archivePlan({ actor: drafter, planId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await services.plans.getPlan({ actor: drafter, planId })).toMatchObject({ title: 'y' });
  });

  it('leave the list when archived and come back when restored, each told once', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const { actor } = convenor;
    const { planId } = await services.plans.createPlan({ actor, workspaceId, ...blank, title: 'x' });
    await services.plans.archivePlan({ actor, planId });
    await services.plans.archivePlan({ actor, planId });
    expect(await services.plans.listPlans({ actor, workspaceId })).toEqual([]);
    expect(await services.plans.listPlans({ actor, workspaceId, isArchived: true })).toMatchObject([
      { id: planId },
    ]);
    await services.plans.restorePlan({ actor, planId });
    await services.plans.renamePlan({ actor, planId, title: 'x' });
    await services.plans.setHorizon({ actor, planId, startYear: 2026, endYear: 2030 });
    await services.plans.setHorizon({ actor, planId, startYear: 2027, endYear: 2031 });
    expect(await services.plans.listPlans({ actor, workspaceId })).toMatchObject([{ id: planId }]);
    const kinds = (await eventsOf(planId)).map(({ kind }) => kind);
    expect(kinds).toEqual(['plan.created', 'plan.archived', 'plan.restored', 'plan.horizon_changed']);
    expect(await services.plans.getPlan({ actor, planId })).toMatchObject({ startYear: 2027, endYear: 2031 });
    const reversed = services.plans.setHorizon({ actor, planId, startYear: 2027, endYear: 2026 });
    await expect(reversed).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it("are not there for another workspace's member", async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const { planId } = await services.plans.createPlan({
      actor: convenor.actor,
      workspaceId,
      ...blank,
      title: 'x',
    });
    const { actor } = (await buildWorkspace(db)).convenor;
    const refused = { code: 'not_found' };
    await expect(services.plans.getPlan({ actor, planId })).rejects.toMatchObject(refused);
    await expect(services.plans.listPlans({ actor, workspaceId })).rejects.toMatchObject(refused);
    await expect(services.plans.renamePlan({ actor, planId, title: 'y' })).rejects.toMatchObject(refused);
    const horizon = { startYear: 2027, endYear: 2031 };
    await expect(services.plans.setHorizon({ actor, planId, ...horizon })).rejects.toMatchObject(refused);
    await expect(services.plans.archivePlan({ actor, planId })).rejects.toMatchObject(refused);
    await expect(services.plans.restorePlan({ actor, planId })).rejects.toMatchObject(refused);
    await expect(
      services.plans.createPlan({ actor, workspaceId, ...blank, title: 'y' }),
    ).rejects.toMatchObject(refused);
    await expect(services.plans.getPlan({ actor, planId: 'nowhere' as PlanId })).rejects.toMatchObject(
      refused,
    );
  });
});
