import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react';
import { readReportForm } from '#app/features/plans/drawer/report-form.server';
import { readStatements } from '#app/features/plans/drawer/statements.server';
import { ActionsTab } from '#app/features/plans/grid';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { revalidateUnlessSearch } from '#app/http/revalidate';
import { titleFromData } from '#app/http/title';
import type { ActionId, PlanId } from '#domain/ids';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const member = await requireMember(args);
  const planId = args.params.planId as PlanId;
  const actionId = new URL(args.request.url).searchParams.get('action') as ActionId | null;
  return readStatements(args, member, { planId, actionId });
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor } = await requireMember(args);
  const planId = args.params.planId as PlanId;
  const report = readReportForm(await readForm(args.request));
  return { reported: await args.context.services.plans.reportStatus({ actor, planId, ...report }) };
});

/** Filters, grouping and closing are the browser's own; the server is asked when another action is opened. */
export function shouldRevalidate(change: ShouldRevalidateFunctionArgs): boolean {
  const wanted = change.nextUrl.searchParams.get('action');
  const isOpening = wanted !== null && wanted !== change.currentUrl.searchParams.get('action');
  // A report sent while its drawer opens carries the new address.
  if (isOpening && !change.formMethod) return change.defaultShouldRevalidate;
  return revalidateUnlessSearch(change);
}

export default function ActionsRoute() {
  const { facts, statements } = useLoaderData<typeof loader>();
  return <ActionsTab facts={facts} statements={statements} />;
}
