import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { FormAnswer } from '#app/http/form.server';
import { Refusal, SelectField, type SelectOption, SubmitButton, TextField } from '#app/ui';
import { envelopeStatuses } from '#domain/funding-cycles/kinds';
import { themes } from '#domain/themes';
import type { CycleEnvelope } from '#server/features/funding-cycles';
import { CountryField } from './event-fields';
import { useFilledForm } from './use-filled-form';

/** What a partner holds ready for a country, and perhaps a theme. */
export function EnvelopeForm({
  envelope,
  countries,
  currencies,
  answer,
}: {
  envelope: Partial<CycleEnvelope>;
  countries: readonly SelectOption[];
  currencies: readonly SelectOption[];
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('cycles');
  const { form, filled, refusal } = useFilledForm('envelope', answer, envelope);
  return (
    <Form method="post" {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="intent" value="envelope" />
      <CountryField filled={filled} countries={countries} placeholder={t('event.allCountries')} />
      <SelectField
        label={t('envelope.theme')}
        {...filled('theme')}
        options={themes.map((value) => ({ value, label: t(`plans:theme.${value}`) }))}
        placeholder={t('envelope.anyTheme')}
      />
      <SelectField
        label={t('envelope.status')}
        {...filled('status', 'indicative')}
        options={envelopeStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        isRequired
      />
      <div className="field-row grid gap-3 sm:grid-cols-2">
        <TextField label={t('envelope.amount')} {...filled('amountText')} inputMode="decimal" isRequired />
        <SelectField
          label={t('envelope.currency')}
          {...filled('currency')}
          options={currencies}
          placeholder={t('form.choose')}
          isRequired
        />
      </div>
      <div className="field-row grid gap-3 sm:grid-cols-2">
        <TextField label={t('form.periodStart')} {...filled('periodStart')} type="date" isRequired={false} />
        <TextField label={t('form.periodEnd')} {...filled('periodEnd')} type="date" isRequired={false} />
      </div>
      <TextField
        label={t('envelope.valueDate')}
        hint={t('envelope.valueDateHint')}
        {...filled('valueDate')}
        type="date"
        isRequired={false}
      />
      <TextField label={t('event.source')} {...filled('sourceText')} isRequired={false} />
      <div className="form-actions">
        <SubmitButton>{t('form.save')}</SubmitButton>
      </div>
    </Form>
  );
}
