import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { FormAnswer } from '#app/http/form.server';
import { useFormat } from '#app/i18n/format';
import { Refusal, SelectField, type SelectOption, SubmitButton, TextArea, TextField } from '#app/ui';
import { cycleKinds } from '#domain/funding-cycles/kinds';
import type { CycleFacts } from '#server/features/funding-cycles';
import { useFilledForm } from './use-filled-form';

/** The facts about a cycle; with `partners` a new one, of the partner to be chosen. */
export function CycleForm({
  facts,
  partners,
  predecessors,
  answer,
}: {
  facts: Partial<CycleFacts> & { institutionId?: string };
  partners?: readonly SelectOption[];
  predecessors: readonly SelectOption[];
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('cycles');
  const { form, filled, refusal } = useFilledForm('cycle', answer, facts);
  return (
    <Form method="post" {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="intent" value="cycle" />
      {partners && (
        <SelectField
          label={t('form.partner')}
          {...filled('institutionId')}
          options={partners}
          placeholder={t('form.choosePartner')}
          isRequired
        />
      )}
      <SelectField
        label={t('form.kind')}
        {...filled('kind')}
        options={cycleKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        placeholder={t('form.choose')}
        isRequired
      />
      <TextField label={t('form.name')} hint={t('form.nameHint')} {...filled('name')} isRequired />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label={t('form.periodStart')} {...filled('periodStart')} type="date" isRequired />
        <TextField label={t('form.periodEnd')} {...filled('periodEnd')} type="date" isRequired />
      </div>
      <FiscalStart filled={filled} />
      {predecessors.length > 0 && (
        <SelectField
          label={t('form.predecessor')}
          hint={t('form.predecessorHint')}
          {...filled('predecessorId')}
          options={predecessors}
          placeholder={t('form.none')}
        />
      )}
      <TextArea label={t('form.note')} {...filled('note')} rows={3} isRequired={false} />
      <div className="form-actions">
        <SubmitButton>{t('form.save')}</SubmitButton>
      </div>
    </Form>
  );
}

/** Partners’ own years begin on other days than the country’s. */
function FiscalStart({ filled }: Pick<ReturnType<typeof useFilledForm>, 'filled'>) {
  const { t } = useTranslation('cycles');
  const { locale } = useFormat();
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7rem] items-end gap-3">
      <SelectField
        label={t('form.fiscalStartMonth')}
        {...filled('fiscalStartMonth', '1')}
        options={Array.from({ length: 12 }, (_, index) => ({
          value: String(index + 1),
          label: month.format(new Date(Date.UTC(2026, index, 1))),
        }))}
        isRequired
      />
      <TextField
        label={t('form.fiscalStartDay')}
        {...filled('fiscalStartDay', '1')}
        type="number"
        min={1}
        max={31}
        isRequired
      />
    </div>
  );
}
