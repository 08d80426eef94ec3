import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import type { FormAnswer } from '#app/http/form.server';
import { useFormat } from '#app/i18n/format';
import {
  ConfirmButton,
  DataTable,
  Disclosure,
  EmptyState,
  Refusal,
  Section,
  SubmitButton,
  TextField,
} from '#app/ui';
import { type FiscalCalendar, fiscalYearOf } from '#domain/calendars';
import { CalendarFields } from './calendar-fields';

/** The versions of the fiscal calendar, each with a year of it spelled out. */
export function FiscalCalendars({
  calendars,
  today,
  mayEdit,
  answer,
}: {
  calendars: readonly FiscalCalendar[];
  /** ISO date. */
  today: string;
  mayEdit: boolean;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('workspaces');
  const { date, fiscalYear } = useFormat();
  const exampleOf = ({ appliesFrom }: FiscalCalendar, index: number) =>
    fiscalYear(fiscalYearOf(index === 0 && appliesFrom < today ? today : appliesFrom, calendars));
  return (
    <Section title={t('calendars.title')} lead={t('calendars.lead')}>
      <DataTable
        caption={t('calendars.title')}
        empty={<EmptyState title={t('calendars.empty')} body={t('calendars.emptyBody')} />}
        rows={calendars.map((calendar, index) => ({ ...calendar, example: exampleOf(calendar, index) }))}
        rowKey={({ appliesFrom }) => appliesFrom}
        columns={[
          {
            key: 'from',
            header: t('calendars.appliesFrom'),
            isRowHeader: true,
            cell: ({ appliesFrom }) => date(appliesFrom),
          },
          {
            key: 'year',
            header: t('calendars.year'),
            cell: ({ example }) => t('calendars.example', { example }),
          },
          {
            key: 'actions',
            header: t('list.actions'),
            isHeaderHidden: true,
            align: 'end',
            cell: ({ appliesFrom }) =>
              mayEdit &&
              calendars.length > 1 && (
                <ConfirmButton
                  label={t('calendars.remove')}
                  button={{ size: 'small', variant: 'quiet' }}
                  title={t('calendars.removeQuestion', { date: date(appliesFrom) })}
                  confirmLabel={t('calendars.remove')}
                  fields={{ intent: 'remove-calendar', appliesFrom }}
                >
                  <p>{t('calendars.removeBody')}</p>
                </ConfirmButton>
              ),
          },
        ]}
      />
      {mayEdit && <NewCalendar answer={answer} />}
    </Section>
  );
}

function NewCalendar({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('workspaces');
  const { form, field, refusal } = useFormAnswer('calendar', answer, 'workspaces');
  return (
    <div className="mt-4">
      <Disclosure title={t('calendars.add')} isOpen={answer !== undefined}>
        <Form method="post" {...form} className="form mt-3">
          <Refusal refusal={refusal} />
          <input type="hidden" name="intent" value="calendar" />
          <TextField
            label={t('calendars.appliesFrom')}
            hint={t('calendars.appliesFromHint')}
            {...field('appliesFrom')}
            type="date"
            isRequired
          />
          <CalendarFields field={field} />
          <div className="form-actions">
            <SubmitButton>{t('calendars.submit')}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}
