import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { DoneNotice, FiscalCalendars, WorkspaceFacts, WorkspaceFields } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { calendarSchema, workspaceSchema } from '#app/features/workspaces/schemas';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryName, countryOptions, currencyOptions } from '#app/i18n/names.server';
import { PageHeader, Refusal, SubmitButton } from '#app/ui';
import { instant } from '#domain/clock';
import { may } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const language = await readLanguage(args);
  const mayEdit = may(actor, 'workspace.edit', { workspaceId: workspace.id });
  return {
    title: await pageTitle(args, 'workspaces:settings.title'),
    workspace,
    countryName: countryName(workspace.country, language),
    calendars: await args.context.services.workspaces.listFiscalCalendars(workspace.id),
    options: mayEdit ? { countries: countryOptions(language), currencies: currencyOptions(language) } : null,
    today: instant(args.context.clock).slice(0, 10),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { workspaces } = args.context.services;
  const step = { actor, workspaceId: workspace.id };
  const formData = await readForm(args.request);
  const done = (what: string) => redirect(`/w/${workspace.slug}/settings?done=${what}`);
  switch (formData.get('intent')) {
    case 'calendar':
      return handleForm({
        formData,
        schema: calendarSchema,
        act: async (calendar) => {
          await workspaces.addFiscalCalendar({ ...step, calendar });
          return done('calendarSaved');
        },
      });
    case 'remove-calendar':
      await workspaces.removeFiscalCalendar({ ...step, appliesFrom: String(formData.get('appliesFrom')) });
      return done('calendarRemoved');
    default:
      return handleForm({
        formData,
        schema: workspaceSchema,
        act: async (facts) => {
          await workspaces.editWorkspace({ ...step, ...facts });
          return done('saved');
        },
      });
  }
});

export default function Settings() {
  const { t } = useTranslation('workspaces');
  const { workspace, countryName: country, calendars, options, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const formAnswer = answer && 'result' in answer ? answer : undefined;
  const isCalendarAnswer = formAnswer?.result.initialValue?.intent === 'calendar';
  const { form, field, refusal } = useFormAnswer(
    'settings',
    isCalendarAnswer ? undefined : formAnswer,
    'workspaces',
  );
  return (
    <>
      <PageHeader title={t('settings.title')} lead={options ? undefined : t('settings.readOnly')} />
      <DoneNotice keys={['saved', 'calendarSaved', 'calendarRemoved']} />
      {answer && !formAnswer && <Refusal refusal={answer.refusal} />}
      {options ? (
        <Form method="post" {...form} className="form">
          <Refusal refusal={refusal} />
          <input type="hidden" name="intent" value="settings" />
          <WorkspaceFields field={field} facts={workspace} {...options} />
          <div className="form-actions">
            <SubmitButton>{t('member.save')}</SubmitButton>
          </div>
        </Form>
      ) : (
        <WorkspaceFacts workspace={workspace} country={country} />
      )}
      <FiscalCalendars
        calendars={calendars}
        today={today}
        mayEdit={options !== null}
        answer={isCalendarAnswer ? formAnswer : undefined}
      />
    </>
  );
}
