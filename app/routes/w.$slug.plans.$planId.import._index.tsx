import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { ChooseSource } from '#app/features/plan-imports';
import '#app/features/plan-imports/plan-imports.css';
import { readUpload } from '#app/features/plan-imports/upload.server';
import { useOpenPlan } from '#app/features/plans/plan-layout';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import type { PlanId } from '#domain/ids';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const planId = args.params.planId as PlanId;
  await args.context.services.planImports.findPlanForImport({ actor, workspaceId: workspace.id, planId });
  return { title: await pageTitle(args, 'import:choose.title') };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const planId = args.params.planId as PlanId;
  const { planImports } = args.context.services;
  const to = { actor, workspaceId: workspace.id, planId };
  await planImports.findPlanForImport(to); // Before the file is taken in.
  const importId = await planImports.startImport({ ...to, upload: await readUpload(args.request) });
  return redirect(`/w/${workspace.slug}/plans/${planId}/import/${importId}`);
});

export default function ImportRoute() {
  const answer = useActionData<typeof action>();
  const { address } = useOpenPlan();
  const refusal = answer && 'refusal' in answer ? answer.refusal : null;
  return <ChooseSource refusal={refusal} exportTo={`${address}/export`} />;
}
