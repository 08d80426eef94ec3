import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';

/** The actions that a proposal can quote, plan by plan. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { rows } = await args.context.services.plans.listActions({
    ...{ actor, workspaceId: workspace.id, filter: wholeList },
  });
  const plans = new Map<string, { id: string; title: string; actions: { id: string; title: string }[] }>();
  for (const { id, title, plan } of rows) {
    if (!title) continue;
    const known = plans.get(plan.id) ?? { id: plan.id, title: plan.title, actions: [] };
    known.actions.push({ id, title });
    plans.set(plan.id, known);
  }
  return Response.json([...plans.values()], { headers: { 'Cache-Control': 'private, no-store' } });
});
