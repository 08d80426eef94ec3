import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import type { FormAnswer } from '#app/http/form.server';
import { CheckboxField, Refusal, Section, SelectField, SubmitButton, TextField } from '#app/ui';
import { apiScopes } from '#domain/api/scopes';
import { tokenLimits } from '#domain/api/tokens';
import { lifetimes } from './lifetimes';

/** Makes a token: for what, for where and for how long. */
export function TokenForm({
  workspaces,
  answer,
}: {
  workspaces: { id: string; name: string }[];
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('api');
  const { form, field, refusal } = useFormAnswer('create', answer, 'api');
  return (
    <Section title={t('new.title')} lead={t('new.lead')}>
      <Form method="post" {...form} className="form">
        <Refusal refusal={refusal} />
        <input type="hidden" name="intent" value="create" />
        <TextField
          label={t('new.name')}
          hint={t('new.nameHint')}
          {...field('name')}
          maxLength={tokenLimits.nameLength}
          isRequired
        />
        <Scopes error={field('scopes').error} chosen={answer?.result.initialValue?.scopes} />
        <SelectField
          label={t('new.workspace')}
          name="workspaceId"
          placeholder={t('new.allWorkspaces')}
          defaultValue={field('workspaceId').defaultValue}
          options={workspaces.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          label={t('new.lifetime')}
          name="days"
          defaultValue={field('days').defaultValue ?? '90'}
          options={lifetimes.map((days) => ({
            value: days,
            label: days ? t('new.days', { count: Number(days) }) : t('new.noEnd'),
          }))}
        />
        <div className="form-actions">
          <SubmitButton>{t('new.submit')}</SubmitButton>
        </div>
      </Form>
    </Section>
  );
}

function Scopes({ error, chosen }: { error: string | undefined; chosen: unknown }) {
  const { t } = useTranslation('api');
  const isChosen = (scope: string) => [chosen].flat().includes(scope);
  return (
    <fieldset className="field" aria-describedby={error ? 'scopes-error' : undefined}>
      <legend className="field-label">{t('new.scopes')}</legend>
      {apiScopes.map((scope) => (
        <CheckboxField
          key={scope}
          label={t(`scope.${scope.replace(':', '_')}`)}
          hint={t(`scopeHint.${scope.replace(':', '_')}`)}
          name="scopes"
          value={scope}
          defaultChecked={isChosen(scope)}
        />
      ))}
      {error && (
        <p id="scopes-error" className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
