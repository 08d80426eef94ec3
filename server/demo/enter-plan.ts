import type { DemoWorkspace } from '#db/seed/types';
import type { ActionId, PlanId, WorkspaceId } from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import type { Context, Institutions } from './context';
import { fillPlan } from './fill-plan';

/** Makes the plan, writes it as its convenor, and lets the lead institutions report on their actions. */
export async function enterPlan(
  context: Context,
  {
    workspace,
    workspaceId,
    institutions,
    convenor,
    actors,
  }: {
    workspace: DemoWorkspace;
    workspaceId: WorkspaceId;
    institutions: Institutions;
    convenor: Actor;
    /** Everyone who can act in the workspace. */
    actors: Actor[];
  },
): Promise<void> {
  const { plans, documents } = context.services;
  const { title, startYear, endYear } = workspace.plan;
  const { planId, documentId } = await plans.createPlan({
    actor: convenor,
    workspaceId,
    title,
    template: 'blank',
    language: 'fr',
    startYear,
    endYear,
  });
  const author = { accountId: convenor.accountId, institutionId: convenor.membership?.institutionId ?? null };
  let actionIds: ActionId[] = [];
  await documents.change(documentId, author, (doc) => {
    actionIds = fillPlan(doc, workspace, institutions).actionIds;
  });
  await plans.project(planId);
  await enterReports(context, { planId, workspace, institutions, actors, actionIds });
}

/** An action whose lead has nobody in the demo stays without a report. */
async function enterReports(
  { services }: Context,
  {
    planId,
    workspace,
    institutions,
    actors,
    actionIds,
  }: {
    planId: PlanId;
    workspace: DemoWorkspace;
    institutions: Institutions;
    actors: Actor[];
    actionIds: ActionId[];
  },
): Promise<void> {
  for (const [i, { lead, report }] of workspace.plan.actions.entries()) {
    const actionId = actionIds[i];
    const actor = actors.find(({ membership }) => membership?.institutionId === institutions.get(lead));
    if (!report || !actionId || !actor) continue;
    await services.plans.reportStatus({ actor, planId, actionId, blocker: '', ...report });
  }
}
