import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { FormAnswer } from '#app/http/form.server';
import { CheckboxField, Refusal, SelectField, type SelectOption, SubmitButton, TextField } from '#app/ui';
import { budgetEventKinds } from '#domain/funding-cycles/kinds';
import type { BudgetEvent } from '#server/features/funding-cycles';
import { CountryField, DateFields } from './event-fields';
import { useFilledForm } from './use-filled-form';

/** A step of a country's budget: a new one, or one to change. */
export function BudgetEventForm({
  event,
  countries,
  answer,
}: {
  event: Partial<BudgetEvent>;
  countries: readonly SelectOption[];
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('cycles');
  const { form, filled, refusal } = useFilledForm('budget', answer, event);
  const isMove = event.moves !== undefined && event.moves !== null;
  const { defaultValue, ...yearly } = filled('isYearly');
  return (
    <Form method="post" {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="intent" value="budget" />
      {event.sequence !== undefined && <input type="hidden" name="sequence" value={event.sequence} />}
      <CountryField filled={filled} countries={countries} placeholder={t('form.choose')} isRequired />
      <SelectField
        label={t('budget.step')}
        {...filled('kind')}
        options={budgetEventKinds.map((value) => ({ value, label: t(`budgetKind.${value}`) }))}
        placeholder={t('form.choose')}
        isRequired
      />
      <TextField
        label={t('event.title')}
        hint={t('budget.titleHint')}
        {...filled('title')}
        isRequired={false}
      />
      <DateFields filled={filled} />
      {!isMove && (
        <>
          <CheckboxField
            label={t('budget.isYearly')}
            hint={t('budget.isYearlyHint')}
            {...yearly}
            defaultChecked={defaultValue === 'true' || defaultValue === 'on'}
          />
          <TextField
            label={t('budget.lastYear')}
            hint={t('budget.lastYearHint')}
            {...filled('lastYear')}
            type="number"
            min={1900}
            max={2200}
            isRequired={false}
          />
        </>
      )}
      <TextField
        label={t('event.source')}
        hint={t('event.sourceHint')}
        {...filled('source')}
        isRequired={false}
      />
      <div className="form-actions">
        <SubmitButton>{t('form.save')}</SubmitButton>
      </div>
    </Form>
  );
}
