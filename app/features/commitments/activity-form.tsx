import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import type { FormAnswer } from '#app/http/form.server';
import {
  CheckboxField,
  Disclosure,
  Refusal,
  SelectField,
  type SelectOption,
  SubmitButton,
  TextArea,
  TextField,
} from '#app/ui';
import { activityStatuses } from '#domain/commitments/kinds';
import { instruments } from '#domain/partners/kinds';
import { FactFields } from './fact-fields';
import { factRows } from './fact-rows';
import { PartnerField } from './partner-field';
import type { ShareChoices } from './share-choices.server';
import { SharesField } from './shares-field';

/** What the fields are filled with, by their names; a checkbox that is set is "on". */
export type FormValues = Record<string, string>;

/** An activity and its facts, in one form that works without JavaScript. */
export function ActivityForm({
  values,
  filledRows,
  partners,
  currencies,
  shares,
  answer,
  submitLabel,
}: {
  values: FormValues;
  /** How many facts are there already. */
  filledRows: number;
  /** Whose activity it is; left out when that is known. */
  partners?: readonly SelectOption[];
  currencies: readonly SelectOption[];
  /** What an activity can be shared out to. */
  shares: ShareChoices;
  answer: FormAnswer | undefined;
  submitLabel: string;
}) {
  const { t } = useTranslation('commitments');
  const { form, field, refusal } = useFormAnswer('activity', answer, 'commitments');
  const filled = (name: string) => {
    const wired = field(name);
    return { ...wired, defaultValue: answer ? (wired.defaultValue ?? '') : (values[name] ?? '') };
  };
  const checked = (name: string) => {
    const { defaultValue, ...wired } = filled(name);
    return { ...wired, defaultChecked: defaultValue !== '' };
  };
  const row = (index: number) => (
    <FactFields key={index} index={index} currencies={currencies} filled={filled} checked={checked} />
  );
  const rows = Array.from({ length: factRows }, (_, index) => index);
  const openRows = Math.min(factRows, Math.max(filledRows + 1, 2));
  return (
    <Form method="post" {...form} className="form" style={{ maxInlineSize: '56rem' }}>
      <Refusal refusal={refusal} />
      <input type="hidden" name="seenAt" value={values.seenAt ?? ''} />
      {partners && <PartnerField partners={partners} {...filled('partnerId')} />}
      <TextField label={t('form.title')} {...filled('title')} isRequired />
      <TextArea label={t('form.description')} rows={3} {...filled('description')} isRequired={false} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('filter.status')}
          {...filled('status')}
          placeholder={t('form.unknown')}
          options={activityStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
        <SelectField
          label={t('form.instrument')}
          {...filled('instrument')}
          placeholder={t('form.unknown')}
          options={instruments.map((value) => ({ value, label: t(`instrument.${value}`) }))}
        />
        <TextField label={t('form.startsOn')} type="date" {...filled('startsOn')} isRequired={false} />
        <TextField label={t('form.endsOn')} type="date" {...filled('endsOn')} isRequired={false} />
      </div>
      <fieldset className="field">
        <legend className="field-label">{t('form.systems')}</legend>
        {(['isOnPlan', 'isOnBudget', 'isOnTreasury'] as const).map((name) => (
          <CheckboxField key={name} label={t(`form.${name}`)} {...checked(name)} />
        ))}
      </fieldset>
      <SharesField
        label={t('form.countries')}
        hint={t('form.countriesHint')}
        {...filled('countries')}
        choices={shares.country}
        findLabel={t('form.addCountry')}
      />
      <SharesField
        label={t('form.sectors')}
        hint={t('form.sectorsHint')}
        {...filled('sectors')}
        choices={shares.sector}
        findLabel={t('form.addSector')}
      />
      <SharesField
        label={t('form.themes')}
        hint={t('form.themesHint')}
        {...filled('themes')}
        choices={shares.theme}
        findLabel={t('form.addTheme')}
      />
      <TextField
        label={t('form.identifier')}
        hint={t('form.identifierHint')}
        {...filled('identifier')}
        isRequired={false}
      />
      <h2>{t('form.facts')}</h2>
      <p className="text-muted">{t('form.factsHint')}</p>
      {rows.slice(0, openRows).map(row)}
      {openRows < factRows && (
        <Disclosure title={t('form.moreFacts')}>
          <div className="grid gap-4">{rows.slice(openRows).map(row)}</div>
        </Disclosure>
      )}
      <div className="form-actions">
        <SubmitButton>{submitLabel}</SubmitButton>
      </div>
    </Form>
  );
}
