import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { newPlanSchema } from '#app/features/plans/plan-schemas';
import { NewPlanForm } from '#app/features/plans/settings';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { PageHeader } from '#app/ui';
import { fiscalYearOf } from '#domain/calendars';
import { fallbackLanguage } from '#domain/languages';
import { authorise } from '#domain/policy';

/** A roadmap usually runs for five fiscal years. */
const usualYears = 5;

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  authorise(actor, 'plan.create', { workspaceId: workspace.id });
  const { services, clock } = args.context;
  const calendars = await services.workspaces.listFiscalCalendars(workspace.id);
  const example = fiscalYearOf(clock.now().toISOString().slice(0, 10), calendars);
  return {
    title: await pageTitle(args, 'managePlans:new.title'),
    slug: workspace.slug,
    example,
    defaults: {
      language: workspace.languages[0] ?? fallbackLanguage,
      startYear: example.year,
      endYear: example.year + usualYears - 1,
    },
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { plans } = args.context.services;
  return handleForm({
    formData: await readForm(args.request),
    schema: newPlanSchema,
    act: async ({ start, ...plan }) => {
      const template = start === 'uhc_roadmap' ? start : 'blank';
      const { planId } = await plans.createPlan({ actor, workspaceId: workspace.id, template, ...plan });
      const address = `/w/${workspace.slug}/plans/${planId}`;
      return redirect(start === 'matrix' ? `${address}/import` : address);
    },
  });
});

export default function NewPlan() {
  const { t } = useTranslation('managePlans');
  const { slug, example, defaults } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const plans = `/w/${slug}/plans`;
  return (
    <>
      <PageHeader
        title={t('new.title')}
        lead={t('new.lead')}
        breadcrumbs={[{ to: plans, label: t('list.title') }]}
      />
      <NewPlanForm
        answer={answer && 'result' in answer ? answer : undefined}
        defaults={defaults}
        example={example}
        cancelTo={plans}
      />
    </>
  );
}
