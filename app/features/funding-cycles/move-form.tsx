import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { FormAnswer } from '#app/http/form.server';
import { Refusal, SubmitButton, TextField } from '#app/ui';
import { DateFields } from './event-fields';
import { useFilledForm } from './use-filled-form';

/** Puts a yearly step on another day in one year. */
export function MoveForm({
  year,
  date,
  answer,
}: {
  year: number;
  /** On which it would fall. */
  date: string;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('cycles');
  const { form, filled, refusal } = useFilledForm('move', answer, { year, date, state: 'changed' });
  return (
    <Form method="post" {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="intent" value="move" />
      <TextField
        label={t('budget.year')}
        hint={t('budget.yearHint')}
        {...filled('year')}
        type="number"
        min={1900}
        max={2200}
        isRequired
      />
      <DateFields filled={filled} />
      <TextField label={t('event.source')} {...filled('source')} isRequired={false} />
      <div className="form-actions">
        <SubmitButton variant="secondary">{t('budget.move')}</SubmitButton>
      </div>
    </Form>
  );
}
