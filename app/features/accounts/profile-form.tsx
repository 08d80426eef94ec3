import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { FormAnswer } from '#app/http/form.server';
import { Refusal, Section, SelectField, SubmitButton, TextField } from '#app/ui';
import { languages } from '#domain/languages';
import type { Account } from '#server/features/accounts';
import { useFormAnswer } from './use-form-answer';

export function ProfileForm({ account, answer }: { account: Account; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('accounts');
  const { form, field, refusal } = useFormAnswer('profile', answer);
  const name = field('name');
  return (
    <Section title={t('account.profile')}>
      <Form method="post" {...form} className="form">
        <Refusal refusal={refusal} />
        <input type="hidden" name="intent" value="profile" />
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          {...name}
          defaultValue={name.defaultValue ?? account.name}
          autoComplete="name"
          isRequired
        />
        <TextField
          label={t('email')}
          hint={t('account.emailHint')}
          type="email"
          value={account.email}
          readOnly
        />
        <SelectField
          label={t('common:language.label')}
          hint={t('account.languageHint')}
          name="language"
          defaultValue={account.language ?? ''}
          placeholder={t('account.languageOfBrowser')}
          options={languages.map((language) => ({
            value: language,
            label: t(`common:language.${language}`),
          }))}
        />
        <div className="form-actions">
          <SubmitButton>{t('account.save')}</SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
