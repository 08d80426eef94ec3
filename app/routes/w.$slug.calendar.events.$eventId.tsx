import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { BudgetEventForm, MoveForm, useBudgetEventName } from '#app/features/funding-cycles';
import { changeBudgetEventSchema, moveBudgetEventSchema } from '#app/features/funding-cycles/budget-schemas';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryOptions } from '#app/i18n/names.server';
import { ConfirmButton, PageHeader, Refusal, Section } from '#app/ui';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { BudgetEventId } from '#domain/ids';
import { authorise } from '#domain/policy';

export const meta = titleFromData;

async function requireEvent(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { actor, workspace } = await requireMember(args);
  const workspaceId = workspace.id;
  authorise(actor, 'budgetEvent.edit', { workspaceId });
  const events = await args.context.services.fundingCycles.listBudgetEvents({ workspaceId, country: null });
  const event = events.find(({ id }) => id === args.params.eventId);
  if (!event) throw new DomainError({ code: 'not_found' });
  return {
    slug: workspace.slug,
    event,
    on: { actor, workspaceId, eventId: event.id satisfies BudgetEventId },
  };
}

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { slug, event } = await requireEvent(args);
  const thisYear = instant(args.context.clock).slice(0, 4);
  return {
    title: await pageTitle(args, 'cycles:budget.changeTitle'),
    slug,
    event,
    year: Number(new URL(args.request.url).searchParams.get('year')?.slice(0, 4)) || Number(thisYear),
    countries: countryOptions(await readLanguage(args)),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { slug, event, on } = await requireEvent(args);
  const { fundingCycles } = args.context.services;
  const formData = await readForm(args.request);
  const done = (year: string | number, country = event.country) =>
    redirect(`/w/${slug}/calendar?country=${country}&year=${year}&done=saved`);
  switch (formData.get('intent')) {
    case 'remove':
      await fundingCycles.removeBudgetEvent(on);
      return done('');
    case 'move':
      return handleForm({
        formData,
        schema: moveBudgetEventSchema,
        act: async (moved) => {
          await fundingCycles.moveBudgetEvent({ ...on, ...moved });
          return done(moved.date.slice(0, 4));
        },
      });
    default:
      return handleForm({
        formData,
        schema: changeBudgetEventSchema,
        act: async ({ sequence, ...facts }) => {
          await fundingCycles.editBudgetEvent({ ...on, sequence, facts });
          return done(facts.date.slice(0, 4), facts.country);
        },
      });
  }
});

export default function ChangeBudgetEvent() {
  const { t } = useTranslation('cycles');
  const nameOf = useBudgetEventName();
  const { slug, event, year, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const formAnswer = answer && 'result' in answer ? answer : undefined;
  const isMove = formAnswer?.result.initialValue?.intent === 'move';
  return (
    <>
      <PageHeader
        title={nameOf(event)}
        breadcrumbs={[{ to: `/w/${slug}/calendar?country=${event.country}`, label: t('budget.title') }]}
      />
      {answer && !formAnswer && <Refusal refusal={answer.refusal} />}
      <BudgetEventForm event={event} countries={countries} answer={isMove ? undefined : formAnswer} />
      {event.isYearly && (
        <Section title={t('budget.moveTitle')} lead={t('budget.moveLead')}>
          <MoveForm
            year={year}
            date={`${year}${event.date.slice(4)}`}
            answer={isMove ? formAnswer : undefined}
          />
        </Section>
      )}
      <Section title={t('budget.removeTitle')} lead={t('budget.removeLead')}>
        <ConfirmButton
          label={t('budget.remove')}
          button={{ variant: 'danger' }}
          title={t('budget.removeQuestion', { name: nameOf(event) })}
          confirmLabel={t('budget.remove')}
          fields={{ intent: 'remove' }}
        >
          <p>{t('budget.removeLead')}</p>
        </ConfirmButton>
      </Section>
    </>
  );
}
