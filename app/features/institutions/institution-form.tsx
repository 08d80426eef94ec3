import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import type { FormAnswer } from '#app/http/form.server';
import { Refusal, SelectField, type SelectOption, SubmitButton, TextArea, TextField } from '#app/ui';
import { institutionKinds } from '#domain/institutions/kinds';
import type { InstitutionFacts } from '#server/features/institutions';
import { identifiersText } from './identifiers-text';

const nameFields = [
  ['nameEn', 'en'],
  ['nameFr', 'fr'],
  ['nameEs', 'es'],
] as const;

/** The facts about an institution: a new one, or one to correct. */
export function InstitutionForm({
  countries,
  facts,
  answer,
  submitLabel,
}: {
  countries: readonly SelectOption[];
  facts?: InstitutionFacts;
  answer: FormAnswer | undefined;
  submitLabel: string;
}) {
  const { t } = useTranslation('institutions');
  const { form, field, refusal } = useFormAnswer('institution', answer, 'institutions');
  const filled = (name: string, known: string | null | undefined) => {
    const wired = field(name);
    return { ...wired, defaultValue: wired.defaultValue ?? known ?? '' };
  };
  return (
    <Form method="post" {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="intent" value="institution" />
      {nameFields.map(([name, language]) => (
        <TextField
          key={name}
          label={t(`form.${name}`)}
          lang={language}
          hint={name === 'nameEn' ? t('form.nameHint') : undefined}
          {...filled(name, facts?.names[language])}
        />
      ))}
      <TextField label={t('form.acronym')} {...filled('acronym', facts?.acronym)} isRequired={false} />
      <SelectField
        label={t('form.kind')}
        {...filled('kind', facts?.kind)}
        options={institutionKinds.map((value) => ({ value, label: t(`ui:kind.${value}`) }))}
        placeholder={t('form.chooseKind')}
        isRequired
      />
      <SelectField
        label={t('form.country')}
        {...filled('country', facts?.country)}
        options={countries}
        placeholder={t('form.international')}
      />
      <TextArea
        label={t('form.identifiers')}
        hint={t('form.identifiersHint')}
        rows={3}
        {...filled('identifiers', facts && identifiersText(facts.identifiers))}
        isRequired={false}
      />
      <div className="form-actions">
        <SubmitButton>{submitLabel}</SubmitButton>
      </div>
    </Form>
  );
}
