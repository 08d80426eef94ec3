import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { FormAnswer } from '#app/http/form.server';
import { Refusal, Section, SubmitButton, TextField } from '#app/ui';
import { minPasswordLength } from '#domain/accounts/rules';
import { useFormAnswer } from './use-form-answer';

export function PasswordForm({ email, answer }: { email: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('accounts');
  const { form, field, refusal } = useFormAnswer('password', answer);
  return (
    <Section title={t('account.password')} lead={t('account.passwordLead')}>
      <Form method="post" {...form} className="form">
        <Refusal refusal={refusal?.code === 'wrong_credentials' ? null : refusal} />
        <input type="hidden" name="intent" value="password" />
        {/* Password managers keep the new password with the right account by this field. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          label={t('account.currentPassword')}
          {...field('currentPassword')}
          type="password"
          autoComplete="current-password"
          isRequired
        />
        <TextField
          label={t('newPassword')}
          hint={t('passwordHint', { count: minPasswordLength })}
          {...field('newPassword')}
          type="password"
          autoComplete="new-password"
          minLength={minPasswordLength}
          isRequired
        />
        <div className="form-actions">
          <SubmitButton>{t('account.changePassword')}</SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
