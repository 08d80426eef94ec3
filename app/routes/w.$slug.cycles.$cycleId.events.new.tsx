import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EventForm } from '#app/features/funding-cycles';
import { requireCycle } from '#app/features/funding-cycles/gate.server';
import { eventSchema } from '#app/features/funding-cycles/schemas';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryOptions } from '#app/i18n/names.server';
import { PageHeader } from '#app/ui';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { slug, cycle } = await requireCycle(args);
  return {
    title: await pageTitle(args, 'cycles:event.add'),
    slug,
    cycle: { id: cycle.id, name: cycle.name },
    countries: countryOptions(await readLanguage(args)),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { slug, actor, workspaceId, cycle } = await requireCycle(args);
  return handleForm({
    formData: await readForm(args.request),
    schema: eventSchema,
    act: async (facts) => {
      const on = { actor, workspaceId, cycleId: cycle.id };
      await args.context.services.fundingCycles.addEvent({ ...on, facts });
      return redirect(`/w/${slug}/cycles/${cycle.id}?done=saved`);
    },
  });
});

export default function NewEvent() {
  const { t } = useTranslation('cycles');
  const { slug, cycle, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t('event.add')}
        breadcrumbs={[
          { to: `/w/${slug}/cycles`, label: t('list.title') },
          { to: `/w/${slug}/cycles/${cycle.id}`, label: cycle.name },
        ]}
      />
      <EventForm
        event={null}
        countries={countries}
        answer={answer && 'result' in answer ? answer : undefined}
      />
    </>
  );
}
