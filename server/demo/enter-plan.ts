import type { DemoWorkspace } from '#db/seed/types';
import type { WorkspaceId } from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import type { Context, Institutions } from './context';
import { fillPlan } from './fill-plan';

/** Makes the plan, writes it as its convenor. */
export async function enterPlan(
  context: Context,
  {
    workspace,
    workspaceId,
    institutions,
    convenor,
  }: {
    workspace: DemoWorkspace;
    workspaceId: WorkspaceId;
    institutions: Institutions;
    convenor: Actor;
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
  await documents.change(documentId, author, (doc) => {
    fillPlan(doc, workspace, institutions);
  });
  await plans.project(planId);
}
