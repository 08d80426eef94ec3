import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { planSettingsSchema } from '#app/features/plans/plan-schemas';
import { ArchivePlan, PlanFacts, PlanSettingsForm } from '#app/features/plans/settings';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { Notice } from '#app/ui';
import { fiscalYearBounds } from '#domain/calendars';
import type { PlanId } from '#domain/ids';
import { authorise, may } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor } = await requireMember(args);
  const plan = await args.context.services.plans.getPlan({ actor, planId: args.params.planId as PlanId });
  authorise(actor, 'plan.rename', plan);
  const { title, startYear, endYear, language, template, createdAt } = plan;
  return {
    title: await pageTitle(args, 'managePlans:settings.title'),
    plan: { title, startYear, endYear, language, template, createdAt },
    example: fiscalYearBounds(startYear, plan.calendars),
    isArchived: plan.archivedAt !== null,
    canArchive: may(actor, 'plan.archive', plan),
    isSaved: new URL(args.request.url).searchParams.has('saved'),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const planId = args.params.planId as PlanId;
  const { plans } = args.context.services;
  const list = `/w/${workspace.slug}/plans`;
  const formData = await readForm(args.request);
  switch (formData.get('intent')) {
    case 'archive':
      await plans.archivePlan({ actor, planId });
      return redirect(list);
    case 'restore':
      await plans.restorePlan({ actor, planId });
      return redirect(`${list}/${planId}/settings`);
    default:
      return handleForm({
        formData,
        schema: planSettingsSchema,
        act: async ({ title, startYear, endYear }) => {
          await plans.renamePlan({ actor, planId, title });
          await plans.setHorizon({ actor, planId, startYear, endYear });
          return redirect(`${list}/${planId}/settings?saved`);
        },
      });
  }
});

export default function PlanSettings() {
  const { t } = useTranslation('managePlans');
  const { plan, example, isArchived, canArchive, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const formAnswer = answer && 'result' in answer ? answer : undefined;
  return (
    <>
      {isSaved && !formAnswer && (
        <div className="mb-6">
          <Notice tone="positive" role="status">
            <p>{t('settings.saved')}</p>
          </Notice>
        </div>
      )}
      <PlanSettingsForm plan={plan} example={example} answer={formAnswer} />
      <PlanFacts plan={plan} />
      <ArchivePlan title={plan.title} isArchived={isArchived} canArchive={canArchive} />
    </>
  );
}
