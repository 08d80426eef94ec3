import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { DomainError } from '#domain/errors';
import type { FundingCycleId } from '#domain/ids';

/** The door of the pages on which a cycle is changed: for who keeps its partner's record. Throws `not_found`, `forbidden`. */
export async function requireCycle(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { actor, workspace } = await requireMember(args);
  const { fundingCycles } = args.context.services;
  const on = { workspaceId: workspace.id, cycleId: args.params.cycleId as FundingCycleId };
  const [cycle, mayEdit] = await Promise.all([
    fundingCycles.findCycle(on),
    fundingCycles.mayEditCycle(actor, on),
  ]);
  if (!mayEdit) throw new DomainError({ code: 'forbidden' });
  return {
    slug: workspace.slug,
    currency: workspace.currency,
    country: workspace.country,
    actor,
    ...on,
    cycle,
  };
}
