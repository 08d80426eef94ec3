import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type OpenPlan, PlanLayout } from '#app/features/plans/plan-layout';
import '#app/features/plans/plan-layout/plan-layout.css';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { readLanguage } from '#app/i18n/language.server';
import { fiscalYearsOfHorizon } from '#domain/calendars';
import type { PlanId } from '#domain/ids';
import { may } from '#domain/policy';

export { revalidateUnlessSearch as shouldRevalidate } from '#app/http/revalidate';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace, account, membership } = await requireMember(args);
  const { plans, institutions } = args.context.services;
  const plan = await plans.getPlan({ actor, planId: args.params.planId as PlanId });
  const isArchived = plan.archivedAt !== null;
  const openPlan: OpenPlan = {
    id: plan.id,
    title: plan.title,
    language: plan.language,
    isArchived,
    documentId: plan.documentId,
    epoch: plan.epoch,
    horizon: fiscalYearsOfHorizon(plan, plan.calendars),
    address: `/w/${workspace.slug}/plans/${plan.id}`,
    workspace: { slug: workspace.slug, name: workspace.name, currency: workspace.currency },
    institutions: await institutions.listInstitutionLabels(workspace.id, await readLanguage(args)),
    acting: membership.institution,
    person: { accountId: account.id, name: account.name },
    rights: {
      canEdit: !isArchived && may(actor, 'plan.edit', plan),
      canImport: !isArchived && may(actor, 'plan.import', plan),
      canSettle: may(actor, 'plan.rename', plan),
    },
  };
  return { plan: openPlan, title: `${plan.title} · ${workspace.name}` };
});

export default function PlanRoute() {
  return <PlanLayout plan={useLoaderData<typeof loader>().plan} />;
}
