import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EnvelopeForm } from '#app/features/funding-cycles';
import { requireCycle } from '#app/features/funding-cycles/gate.server';
import { envelopeSchema } from '#app/features/funding-cycles/schemas';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryOptions, currencyOptions } from '#app/i18n/names.server';
import { PageHeader } from '#app/ui';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { slug, country, cycle } = await requireCycle(args);
  const language = await readLanguage(args);
  const { id, name, periodStart, periodEnd } = cycle;
  return {
    title: await pageTitle(args, 'cycles:envelope.add'),
    slug,
    cycle: { id, name },
    envelope: { country, periodStart, periodEnd },
    countries: countryOptions(language),
    currencies: currencyOptions(language),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { slug, actor, workspaceId, cycle } = await requireCycle(args);
  return handleForm({
    formData: await readForm(args.request),
    schema: envelopeSchema(await readLanguage(args)),
    act: async (facts) => {
      const on = { actor, workspaceId, cycleId: cycle.id };
      await args.context.services.fundingCycles.addEnvelope({ ...on, facts });
      return redirect(`/w/${slug}/cycles/${cycle.id}?done=saved`);
    },
  });
});

export default function NewEnvelope() {
  const { t } = useTranslation('cycles');
  const { slug, cycle, envelope, countries, currencies } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t('envelope.add')}
        breadcrumbs={[
          { to: `/w/${slug}/cycles`, label: t('list.title') },
          { to: `/w/${slug}/cycles/${cycle.id}`, label: cycle.name },
        ]}
      />
      <EnvelopeForm
        envelope={envelope}
        countries={countries}
        currencies={currencies}
        answer={answer && 'result' in answer ? answer : undefined}
      />
    </>
  );
}
