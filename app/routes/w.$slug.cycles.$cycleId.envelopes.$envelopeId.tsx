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
import { ConfirmButton, PageHeader, Refusal, Section } from '#app/ui';
import { DomainError } from '#domain/errors';
import type { EnvelopeId } from '#domain/ids';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { slug, cycle } = await requireCycle(args);
  const language = await readLanguage(args);
  const envelope = cycle.envelopes.find(
    ({ id, source }) => id === args.params.envelopeId && source === 'hand',
  );
  if (!envelope) throw new DomainError({ code: 'not_found' });
  return {
    title: await pageTitle(args, 'cycles:envelope.changeTitle'),
    slug,
    cycle: { id: cycle.id, name: cycle.name },
    envelope,
    countries: countryOptions(language),
    currencies: currencyOptions(language),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { slug, actor, workspaceId, cycle } = await requireCycle(args);
  const { fundingCycles } = args.context.services;
  const envelopeId = args.params.envelopeId as EnvelopeId;
  const on = { actor, workspaceId, cycleId: cycle.id, envelopeId };
  const formData = await readForm(args.request);
  const done = () => redirect(`/w/${slug}/cycles/${cycle.id}?done=saved`);
  if (formData.get('intent') === 'remove') {
    await fundingCycles.removeEnvelope(on);
    return done();
  }
  return handleForm({
    formData,
    schema: envelopeSchema(await readLanguage(args)),
    act: async (facts) => {
      await fundingCycles.editEnvelope({ ...on, facts });
      return done();
    },
  });
});

export default function ChangeEnvelope() {
  const { t } = useTranslation('cycles');
  const { slug, cycle, envelope, countries, currencies } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const formAnswer = answer && 'result' in answer ? answer : undefined;
  return (
    <>
      <PageHeader
        title={t('envelope.changeTitle')}
        breadcrumbs={[
          { to: `/w/${slug}/cycles`, label: t('list.title') },
          { to: `/w/${slug}/cycles/${cycle.id}`, label: cycle.name },
        ]}
      />
      {answer && !formAnswer && <Refusal refusal={answer.refusal} />}
      <EnvelopeForm envelope={envelope} countries={countries} currencies={currencies} answer={formAnswer} />
      <Section title={t('envelope.removeTitle')}>
        <ConfirmButton
          label={t('envelope.remove')}
          button={{ variant: 'danger' }}
          title={t('envelope.removeQuestion', { amount: envelope.amountText, currency: envelope.currency })}
          confirmLabel={t('envelope.remove')}
          fields={{ intent: 'remove' }}
        />
      </Section>
    </>
  );
}
