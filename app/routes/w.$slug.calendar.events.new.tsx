import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { BudgetEventForm } from '#app/features/funding-cycles';
import { budgetEventSchema } from '#app/features/funding-cycles/budget-schemas';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryOptions } from '#app/i18n/names.server';
import { PageHeader } from '#app/ui';
import { authorise } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  authorise(actor, 'budgetEvent.edit', { workspaceId: workspace.id });
  return {
    title: await pageTitle(args, 'cycles:budget.add'),
    slug: workspace.slug,
    country: new URL(args.request.url).searchParams.get('country') || (workspace.country ?? ''),
    countries: countryOptions(await readLanguage(args)),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const workspaceId = workspace.id;
  authorise(actor, 'budgetEvent.edit', { workspaceId });
  return handleForm({
    formData: await readForm(args.request),
    schema: budgetEventSchema,
    act: async (facts) => {
      await args.context.services.fundingCycles.addBudgetEvent({ actor, workspaceId, facts });
      return redirect(
        `/w/${workspace.slug}/calendar?country=${facts.country}&year=${facts.date.slice(0, 4)}&done=saved`,
      );
    },
  });
});

export default function NewBudgetEvent() {
  const { t } = useTranslation('cycles');
  const { slug, country, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t('budget.add')}
        breadcrumbs={[{ to: `/w/${slug}/calendar`, label: t('budget.title') }]}
      />
      <BudgetEventForm
        event={{ country, state: 'confirmed', isYearly: true }}
        countries={countries}
        answer={answer && 'result' in answer ? answer : undefined}
      />
    </>
  );
}
