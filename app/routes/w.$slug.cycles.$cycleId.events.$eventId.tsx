import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EventForm, FormerDates, ReturnToRule, useEventName } from '#app/features/funding-cycles';
import { requireCycle } from '#app/features/funding-cycles/gate.server';
import { changeEventSchema } from '#app/features/funding-cycles/schemas';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryOptions } from '#app/i18n/names.server';
import { PageHeader, Refusal } from '#app/ui';
import { DomainError } from '#domain/errors';
import { occurrenceIn, readRule } from '#domain/funding-cycles/rule';
import type { CycleEventId } from '#domain/ids';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { slug, cycle } = await requireCycle(args);
  const event = cycle.events.find(({ id }) => id === args.params.eventId);
  if (!event) throw new DomainError({ code: 'not_found' });
  const rule = event.isAdjusted ? readRule(cycle.rule) : null;
  return {
    title: await pageTitle(args, 'cycles:event.changeTitle'),
    slug,
    cycle: { id: cycle.id, name: cycle.name },
    event,
    /** What the rule of an adjusted date says instead; left out where there is no rule to follow. */
    rule: rule && { date: occurrenceIn(rule, event.occurrence ?? '')?.date ?? null },
    countries: countryOptions(await readLanguage(args)),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { slug, actor, workspaceId, cycle } = await requireCycle(args);
  const eventId = args.params.eventId as CycleEventId;
  const formData = await readForm(args.request);
  if (formData.get('intent') === 'return') {
    await args.context.services.fundingCycles.returnToRule({
      ...{ actor, workspaceId, cycleId: cycle.id, eventId },
      sequence: Number(formData.get('sequence')),
      reason: '',
    });
    return redirect(`/w/${slug}/cycles/${cycle.id}?done=saved`);
  }
  return handleForm({
    formData,
    schema: changeEventSchema,
    act: async ({ sequence, reason, ...facts }) => {
      const on = { actor, workspaceId, cycleId: cycle.id, eventId };
      await args.context.services.fundingCycles.changeEvent({ ...on, sequence, reason, facts });
      return redirect(`/w/${slug}/cycles/${cycle.id}?done=saved`);
    },
  });
});

export default function ChangeEvent() {
  const { t } = useTranslation('cycles');
  const nameOf = useEventName();
  const { slug, cycle, event, rule, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={nameOf(event)}
        lead={t('event.changeLead')}
        breadcrumbs={[
          { to: `/w/${slug}/cycles`, label: t('list.title') },
          { to: `/w/${slug}/cycles/${cycle.id}`, label: cycle.name },
        ]}
      />
      {answer && 'refusal' in answer && <Refusal refusal={answer.refusal} />}
      <EventForm
        event={event}
        countries={countries}
        answer={answer && 'result' in answer ? answer : undefined}
      />
      <div className="mt-6">
        <FormerDates dates={event.formerDates} />
      </div>
      {rule && <ReturnToRule sequence={event.sequence} ruleDate={rule.date} />}
    </>
  );
}
