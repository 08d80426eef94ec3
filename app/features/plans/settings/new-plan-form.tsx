import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import type { FormAnswer } from '#app/http/form.server';
import { LinkButton, RadioField, Refusal, SelectField, SubmitButton, TextField } from '#app/ui';
import type { Language } from '#domain/languages';
import { languages } from '#domain/languages';
import { planStarts } from '../plan-starts';
import type { YearExample } from './horizon-fields';
import { HorizonFields } from './horizon-fields';

export interface NewPlanDefaults {
  language: Language;
  startYear: number;
  endYear: number;
}

export function NewPlanForm({
  answer,
  defaults,
  example,
  cancelTo,
}: {
  answer: FormAnswer | undefined;
  defaults: NewPlanDefaults;
  example: YearExample;
  cancelTo: string;
}) {
  const { t } = useTranslation('managePlans');
  const { t: ui } = useTranslation('ui');
  const { form, field, refusal } = useFormAnswer('new-plan', answer, 'managePlans');
  const start = field('start');
  const language = field('language');
  return (
    <Form method="post" {...form} className="form">
      <Refusal refusal={refusal} />
      <TextField label={t('new.name')} hint={t('new.nameHint')} {...field('title')} isRequired />
      <RadioField
        label={t('new.start')}
        {...start}
        defaultValue={start.defaultValue ?? 'uhc_roadmap'}
        options={planStarts.map((value) => ({
          value,
          label: t(`new.${value}`),
          hint: t(`new.${value}Hint`),
        }))}
        isRequired
      />
      <SelectField
        label={t('new.language')}
        hint={t('new.languageHint')}
        {...language}
        defaultValue={language.defaultValue ?? defaults.language}
        options={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
        isRequired
      />
      <HorizonFields field={field} defaults={defaults} example={example} />
      <div className="form-actions">
        <SubmitButton>{t('new.create')}</SubmitButton>
        <LinkButton to={cancelTo} variant="quiet">
          {ui('cancel')}
        </LinkButton>
      </div>
    </Form>
  );
}
