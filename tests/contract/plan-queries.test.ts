import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { ActionId, InstitutionId, ObjectiveId } from '#domain/ids';
import { addAction, addLine, addObjective, addSupporter, removeAction, setTheme } from '#domain/plans';
import type { ActionFilter } from '#server/features/plans';
import { reprojectAll } from '#server/features/plans';
import { dialects, openTestDb } from '#tests/factories/databases';
import { buildPlan } from '#tests/factories/plans';
import { buildMember, buildWorkspace } from '#tests/factories/workspaces';

const [a, b, c] = ['a', 'b', 'c'] as ActionId[] as [ActionId, ActionId, ActionId];
const report = {
  periodStart: '2026-01-01',
  periodEnd: '2026-03-31',
  status: 'in_progress',
  evidence: ' Rapport de mission ',
  blocker: '',
} as const;

describe.each(dialects)('what is read of plans on %s', (dialect) => {
  let db: Db;
  beforeEach(async () => {
    db = await openTestDb(dialect);
  });
  afterEach(() => db.close());

  /** Three actions: a is led by the convenor's institution and ends early; b is led in free text; c stands alone. */
  async function buildFilledPlan() {
    const built = await buildPlan(db);
    const lead = built.convenor.institutionId;
    await built.edit(built.convenor, (doc) => {
      addObjective(doc, { id: 'o1' as ObjectiveId, level: 'axis', parentId: null, title: 'Premier' });
      addObjective(doc, { id: 'o2' as ObjectiveId, level: 'axis', parentId: null, title: 'Second' });
      addAction(doc, { id: c, title: 'Audit', start: '2028' });
      addAction(doc, {
        id: b,
        title: 'Étude actuarielle',
        objectiveId: 'o2' as ObjectiveId,
        lead: { institutionId: null, text: 'CNaPS' },
        start: '2026',
        end: '2027',
        block: 'financing',
      });
      addAction(doc, {
        id: a,
        title: 'Former',
        objectiveId: 'o1' as ObjectiveId,
        lead: { institutionId: lead, text: '' },
        start: 'T1 2026',
        end: 'janvier 2026',
        block: 'workforce',
      });
      setTheme(doc, a, 'hiv', true);
      addLine(doc, a, 'costs', { id: '1', year: '2026', amount: '1 000', currency: 'MGA' });
      addLine(doc, a, 'funding', {
        id: '2',
        amount: '400',
        currency: 'MGA',
        certainty: 'secured',
        institutionId: lead,
      });
      addLine(doc, b, 'costs', { id: '3', year: '2027', amount: '5,50', currency: 'USD' });
      addLine(doc, b, 'costs', { id: '4', year: '2027', amount: 'à définir', currency: 'USD' });
      addSupporter(doc, c, { id: '5', institutionId: lead });
    });
    await built.services.plans.project(built.planId);
    return { ...built, lead };
  }

  it('are the reports of the lead institution, each kept', async () => {
    const { services, planId, workspaceId, convenor, lead } = await buildFilledPlan();
    const { actor } = convenor;
    await services.plans.reportStatus({ actor, planId, actionId: a, ...report });
    const colleague = await buildMember(db, {
      workspaceId,
      institutionId: lead,
      role: 'contributor',
      name: 'Suivi',
    });
    await services.plans.reportStatus({
      actor: colleague.actor,
      planId,
      actionId: a,
      ...report,
      status: 'completed',
    });
    const reports = await services.plans.listStatusReports({ actor, planId, actionId: a });
    expect(reports).toMatchObject([
      { status: 'completed', accountName: 'Suivi', institution: { id: lead } },
      { status: 'in_progress', evidence: 'Rapport de mission', periodEnd: '2026-03-31' },
    ]);
    expect(await services.plans.listStatusReports({ actor, planId, actionId: b })).toEqual([]);
    const told = await db.read.select().from(db.tables.events);
    expect(told.filter(({ kind }) => kind === 'action.reported')).toMatchObject([
      { subjectId: a, after: { planId, title: 'Former', status: 'in_progress' } },
      { subjectId: a, accountId: colleague.accountId, after: { status: 'completed' } },
    ]);
  });

  it('take reports from nobody but the lead, and only well-formed ones', async () => {
    const { services, planId, workspaceId, convenor, lead } = await buildFilledPlan();
    const { actor } = convenor;
    const send = (actionId: ActionId, by = actor, fields: object = {}) =>
      services.plans.reportStatus({ actor: by, planId, actionId, ...report, ...fields });
    await expect(send(b)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(send('gone' as ActionId)).rejects.toMatchObject({ code: 'not_found' });
    const other = await buildMember(db, { workspaceId, role: 'drafter' });
    await expect(send(a, other.actor)).rejects.toMatchObject({ code: 'forbidden' });
    const observer = await buildMember(db, { workspaceId, institutionId: lead, role: 'observer' });
    await expect(send(a, observer.actor)).rejects.toMatchObject({ code: 'forbidden' });
    for (const fields of [
      { periodEnd: '2025-12-31' },
      { periodStart: '2026-02-30' },
      { periodStart: '' },
      { status: 'overdue' },
      { evidence: 'x'.repeat(5001) },
    ])
      await expect(send(a, actor, fields)).rejects.toMatchObject({ code: 'invalid_input' });
    await services.plans.archivePlan({ actor, planId });
    await expect(send(a)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await services.plans.listStatusReports({ actor, planId, actionId: a })).toEqual([]);
  });

  it('are the actions by every filter, in reading order', async () => {
    const { services, planId, workspaceId, convenor, lead } = await buildFilledPlan();
    const { actor } = convenor;
    await services.plans.reportStatus({ actor, planId, actionId: a, ...report });
    const list = async (filter: ActionFilter) =>
      (await services.plans.listActions({ actor, workspaceId, filter })).rows.map(({ id }) => id);
    expect(await list({})).toEqual([a, b, c]);
    expect(await list({ institutionId: lead })).toEqual([a, c]);
    expect(await list({ institutionId: 'none' as InstitutionId })).toEqual([]);
    expect(await list({ status: 'in_progress' })).toEqual([a]);
    expect(await list({ status: 'not_reported' })).toEqual([b, c]);
    expect(await list({ status: 'overdue' })).toEqual([a]);
    expect(await list({ year: 2026 })).toEqual([a, b]);
    expect(await list({ year: 2027 })).toEqual([b]);
    expect(await list({ year: 2028 })).toEqual([c]);
    expect(await list({ theme: 'hiv' })).toEqual([a]);
    expect(await list({ theme: '%' })).toEqual([]);
    expect(await list({ block: 'financing' })).toEqual([b]);
    expect(await list({ block: '' })).toEqual([c]);
    expect(await list({ objectiveId: 'o2' as ObjectiveId })).toEqual([b]);
    expect(await list({ isUnresolved: true })).toEqual([b]);
    expect(await list({ search: 'etude' })).toEqual([b]);
    expect(await list({ planId })).toEqual([a, b, c]);
    const page = await services.plans.listActions({ actor, workspaceId, filter: { page: 2, size: 2 } });
    expect(page).toMatchObject({ total: 3, pageCount: 2, rows: [{ id: c, lead: null, status: null }] });
  });

  it('are the actions that an institution leads, the first to end first', async () => {
    const { services, planId, workspaceId, convenor, lead } = await buildFilledPlan();
    const mine = await services.plans.listActionsLedBy({
      institutionIds: [lead],
      workspaceIds: [workspaceId],
    });
    expect(mine).toMatchObject([{ id: a, isOverdue: true, plan: { id: planId } }]);
    const { workspaceId: elsewhere } = await buildWorkspace(db);
    const none = await services.plans.listActionsLedBy({ institutionIds: [lead], workspaceIds: [elsewhere] });
    expect(none).toEqual([]);
    await services.plans.archivePlan({ actor: convenor.actor, planId });
    expect(
      await services.plans.listActionsLedBy({ institutionIds: [lead], workspaceIds: [workspaceId] }),
    ).toEqual([]);
  });

  it('are key figures that follow the document, the reports and the day', async () => {
    const { services, clock, planId, workspaceId, convenor, edit } = await buildFilledPlan();
    const { actor } = convenor;
    const overview = async () => (await services.plans.overview({ actor, workspaceId }))[0]!;
    const zero = { partly: '0', toMobilise: '0' };
    expect(await overview()).toMatchObject({
      plan: { id: planId },
      actionCount: 3,
      statusCounts: { not_reported: 3 },
      overdueCount: 1,
      flaggedCount: 1,
      unresolvedCount: 1,
      unreadCount: 1,
      totals: {
        MGA: { cost: '1000', secured: '400', gap: '600', ...zero },
        USD: { cost: '5.5', secured: '0', gap: '5.5', ...zero },
      },
    });
    expect((await overview()).byYear.map(({ year }) => year)).toEqual([2026, 2027, null]);
    await services.plans.reportStatus({ actor, planId, actionId: a, ...report, status: 'completed' });
    expect(await overview()).toMatchObject({
      overdueCount: 0,
      statusCounts: { completed: 1, not_reported: 2 },
    });
    await edit(convenor, (doc) => removeAction(doc, c));
    await services.plans.project(planId);
    expect((await overview()).actionCount).toBe(2);
    clock.advance(3 * 366 * 86_400_000);
    expect((await overview()).overdueCount).toBe(1);
  });

  it('are the rows behind each figure, and the lines that do not read', async () => {
    const { services, planId, convenor, lead } = await buildFilledPlan();
    const figures = await services.plans.figures({ actor: convenor.actor, planId });
    expect(figures.rows.map(({ lineId, amount }) => [lineId, amount])).toEqual([
      ['3', '5.50'],
      ['1', '1000'],
      ['2', '400'],
    ]);
    expect(figures.unread).toMatchObject([{ lineId: '4', reason: 'amount', amountText: 'à définir' }]);
    expect(figures.institutions).toMatchObject([{ id: lead }]);
    expect(figures.objectives.map(({ title }) => title)).toEqual(['Premier', 'Second']);
  });

  it("are not for another workspace's member", async () => {
    const { services, planId, workspaceId } = await buildFilledPlan();
    const { actor } = (await buildWorkspace(db)).convenor;
    const refused = { code: 'not_found' };
    await expect(services.plans.listActions({ actor, workspaceId })).rejects.toMatchObject(refused);
    await expect(services.plans.overview({ actor, workspaceId })).rejects.toMatchObject(refused);
    await expect(services.plans.figures({ actor, planId })).rejects.toMatchObject(refused);
    await expect(services.plans.listStatusReports({ actor, planId })).rejects.toMatchObject(refused);
    await expect(
      services.plans.reportStatus({ actor, planId, actionId: a, ...report }),
    ).rejects.toMatchObject(refused);
  });

  it('can be rebuilt for every plan, which says what it did', async () => {
    const { services } = await buildFilledPlan();
    await db.transaction(async (tx) => void (await tx.delete(db.tables.planCosts)));
    const said: string[] = [];
    await reprojectAll({ db, rebuild: services.plans.rebuild, say: (line) => said.push(line) });
    expect(said).toEqual(['Feuille de route CSU: 3 actions, 2 rewritten', 'Plans: 1. Actions rewritten: 2.']);
  });
});
