import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { buildFiguresView, FiguresTab, readSelection } from '#app/features/plans/figures';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import type { PlanId } from '#domain/ids';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const planId = args.params.planId as PlanId;
  const figures = await args.context.services.plans.figures({ actor, planId });
  const selection = readSelection(new URL(args.request.url).searchParams);
  return {
    title: await pageTitle(args, 'figures:title', { plan: figures.plan.title }),
    view: buildFiguresView(figures, selection, workspace.currency),
    objectives: figures.objectives,
    institutions: figures.institutions,
    calendars: figures.plan.calendars,
  };
});

export default function Figures() {
  const { title: _, ...data } = useLoaderData<typeof loader>();
  return <FiguresTab {...data} />;
}
