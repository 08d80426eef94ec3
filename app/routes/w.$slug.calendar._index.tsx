import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DialogueDates } from '#app/features/dialogue-calendar';
import { readDialogueDates } from '#app/features/dialogue-calendar/dates.server';
import { BudgetTable, useCycleFilters } from '#app/features/funding-cycles';
import { readCalendarPage } from '#app/features/funding-cycles/calendar-page.server';
import { DoneNotice, FiscalCalendars, ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { calendarSchema } from '#app/features/workspaces/schemas';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { useFormat } from '#app/i18n/format';
import { pageTitle } from '#app/i18n/language.server';
import { EmptyState, LinkButton, PageHeader, Refusal, Section } from '#app/ui';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const page = await readCalendarPage(args);
  const { span, isOwn } = page;
  return {
    title: await pageTitle(args, 'cycles:budget.title'),
    ...page,
    // Dialogues are the workspace's: they stand in its own country's calendar.
    dialogues: span && isOwn ? await readDialogueDates(args, span) : null,
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { fundingCycles } = args.context.services;
  const country = new URL(args.request.url).searchParams.get('country') ?? '';
  const on = { actor, workspaceId: workspace.id, country };
  const formData = await readForm(args.request);
  const done = (what: string) => redirect(`/w/${workspace.slug}/calendar?country=${country}&done=${what}`);
  if (formData.get('intent') === 'remove-calendar') {
    const appliesFrom = String(formData.get('appliesFrom'));
    await fundingCycles.removeCountryCalendar({ ...on, appliesFrom });
    return done('calendarRemoved');
  }
  return handleForm({
    formData,
    schema: calendarSchema,
    act: async (calendar) => {
      await fundingCycles.setCountryCalendar({ ...on, calendar });
      return done('calendarSaved');
    },
  });
});

export default function BudgetCalendar() {
  const { t } = useTranslation('cycles');
  const { dateRange } = useFormat();
  const data = useLoaderData<typeof loader>();
  const { slug, country, countries, isOwn, mayEdit, years, span, dates, calendars, today } = data;
  const { view } = useCycleFilters({ partners: [] });
  const answer = useActionData<typeof action>();
  const formAnswer = answer && 'result' in answer ? answer : undefined;
  const countryFilter = {
    name: 'country',
    label: t('event.country'),
    any: data.homeName,
    options: countries,
  };
  const year = { name: 'year', label: t('list.year'), any: t('budget.thisYear'), options: years };
  return (
    <>
      <PageHeader
        title={t('budget.title')}
        lead={t('budget.lead')}
        actions={
          <>
            <LinkButton to={`/w/${slug}/calendar/feeds`} icon="calendar">
              {t('feeds.title')}
            </LinkButton>
            {mayEdit && (
              <LinkButton
                to={`/w/${slug}/calendar/events/new?country=${country ?? ''}`}
                variant="primary"
                icon="add"
              >
                {t('budget.add')}
              </LinkButton>
            )}
          </>
        }
      />
      <DoneNotice keys={['saved', 'calendarSaved', 'calendarRemoved']} />
      {answer && !formAnswer && <Refusal refusal={answer.refusal} />}
      <ListToolbar filters={[countryFilter, view, year]} exportTo={`/w/${slug}/calendar.csv`} />
      <Section
        title={data.countryName ?? t('budget.noCountry')}
        lead={span && t('budget.span', { span: dateRange(span.start, span.end) })}
      >
        {dates.length === 0 ? (
          <EmptyState
            title={t('budget.empty')}
            body={t(mayEdit ? 'budget.emptyBody' : 'budget.emptyReader')}
          />
        ) : (
          <BudgetTable rows={dates} mayEdit={mayEdit} />
        )}
      </Section>
      {data.dialogues && <DialogueDates slug={slug} dialogues={data.dialogues} />}
      {country && calendars.length === 0 && !mayEdit && (
        <p className="text-muted">{t('budget.noCalendar')}</p>
      )}
      {country && (calendars.length > 0 || mayEdit) && (
        <FiscalCalendars
          calendars={calendars}
          today={today}
          mayEdit={mayEdit && !isOwn}
          answer={formAnswer}
        />
      )}
      {isOwn && mayEdit && (
        <p>
          <Link to={`/w/${slug}/settings`}>{t('budget.inSettings')}</Link>
        </p>
      )}
    </>
  );
}
