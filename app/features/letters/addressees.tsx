import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { type ActAnswer, answerOf } from '#app/features/dialogues';
import { useI18n } from '#app/i18n/use-i18n';
import { CheckboxField, Refusal, Section, SelectField, SubmitButton, TextField } from '#app/ui';
import { institutionName, institutionShortName } from '#domain/institutions/name';
import { languages } from '#domain/languages';
import type { DialogueView } from '#server/features/dialogues';
import type { KnownAddressee } from '#server/features/letters';

/** Whom to write to: people the workspace knows, or anyone of an invited institution. */
export function Addressees({
  view,
  known,
  count,
  answer,
}: {
  view: DialogueView;
  known: readonly KnownAddressee[];
  /** How many letters there are: with one more, the forms begin anew. */
  count: number;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('letters');
  return (
    <Section title={t('add.title')} lead={t('add.lead')}>
      <div className="grid gap-4" key={count}>
        {known.length > 0 && <KnownForm known={known} answer={answer} />}
        <AddresseeForm view={view} answer={answer} />
      </div>
    </Section>
  );
}

function KnownForm({ known, answer }: { known: readonly KnownAddressee[]; answer: ActAnswer }) {
  const { t } = useTranslation('letters');
  const { language } = useI18n();
  const { form, field, refusal } = useFormAnswer('known', answerOf(answer, 'known'), 'letters');
  const { error } = field('emails');
  return (
    <Form method="post" preventScrollReset {...form} className="form card">
      <Refusal refusal={refusal} />
      <input type="hidden" name="act" value="letters-add-known" />
      <input type="hidden" name="intent" value="known" />
      <fieldset className="field" aria-describedby={error && 'known-error'}>
        <legend className="field-label">{t('add.known')}</legend>
        {known.map(({ name, email, institution }) => (
          <CheckboxField
            key={email}
            name="emails"
            value={email}
            label={`${name} (${institutionShortName(institution, language)})`}
            hint={email}
          />
        ))}
        {error && (
          <p id="known-error" role="alert" className="text-sm text-critical">
            {error}
          </p>
        )}
      </fieldset>
      <div className="form-actions">
        <SubmitButton variant="secondary" name="send" value="known">
          {t('add.addKnown')}
        </SubmitButton>
      </div>
    </Form>
  );
}

function AddresseeForm({ view, answer }: { view: DialogueView; answer: ActAnswer }) {
  const { t } = useTranslation('letters');
  const { language } = useI18n();
  const { form, field, refusal } = useFormAnswer('addressee', answerOf(answer, 'addressee'), 'letters');
  const options = view.institutions.map(({ institution }) => ({
    value: institution.id,
    label: institutionName(institution.names, language),
  }));
  return (
    <Form method="post" preventScrollReset {...form} className="form card">
      <Refusal refusal={refusal} />
      <input type="hidden" name="act" value="letter-add" />
      <input type="hidden" name="intent" value="addressee" />
      <SelectField label={t('add.institution')} options={options} {...field('institutionId')} isRequired />
      <TextField
        label={t('add.name')}
        hint={t('add.nameHint')}
        autoComplete="off"
        {...field('name')}
        isRequired
      />
      <TextField type="email" label={t('add.email')} autoComplete="off" {...field('email')} isRequired />
      <SelectField
        label={t('add.language')}
        options={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
        {...field('language')}
        defaultValue={field('language').defaultValue ?? view.languages[0] ?? language}
      />
      <div className="form-actions">
        <SubmitButton variant="secondary" name="send" value="addressee">
          {t('add.add')}
        </SubmitButton>
      </div>
    </Form>
  );
}
