import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import type { FormAnswer } from '#app/http/form.server';
import {
  RadioField,
  Refusal,
  Section,
  SelectField,
  type SelectOption,
  SubmitButton,
  TextField,
} from '#app/ui';
import type { Language } from '#domain/languages';
import { CalendarFields } from './calendar-fields';
import { WorkspaceFields } from './workspace-fields';

/** Everything it takes to open a workspace: the place, its fiscal year, who convenes it. */
export function NewWorkspaceForm({
  institutions,
  countries,
  currencies,
  language,
  answer,
}: {
  institutions: readonly SelectOption[];
  countries: readonly SelectOption[];
  currencies: readonly SelectOption[];
  language: Language;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('workspaces');
  const { form, field, refusal } = useFormAnswer('new-workspace', answer, 'workspaces');
  const convenor = field('convenor');
  return (
    <Form method="post" {...form}>
      <div className="form">
        <Refusal refusal={refusal} />
        <WorkspaceFields
          field={field}
          facts={{ name: '', country: null, currency: '', languages: [language] }}
          countries={countries}
          currencies={currencies}
        />
        <TextField
          label={t('administration:slug')}
          hint={t('administration:slugHint')}
          {...field('slug')}
          dir="ltr"
          isRequired
        />
      </div>
      <Section title={t('calendars.title')} lead={t('administration:calendarLead')}>
        <div className="form">
          <CalendarFields field={field} />
        </div>
      </Section>
      <Section title={t('administration:convenorTitle')} lead={t('administration:convenorLead')}>
        <div className="form">
          {institutions.length > 0 && (
            <SelectField
              label={t('administration:knownInstitution')}
              {...field('institutionId')}
              options={institutions}
              placeholder={t('administration:newInstitution')}
            />
          )}
          <TextField
            label={t('administration:institutionName')}
            hint={t('administration:institutionNameHint')}
            {...field('institutionName')}
          />
          <TextField
            label={t('administration:institutionAcronym')}
            {...field('institutionAcronym')}
            isRequired={false}
          />
          <RadioField
            label={t('administration:who')}
            name="convenor"
            defaultValue={convenor.defaultValue ?? 'self'}
            options={(['self', 'mail', 'link'] as const).map((value) => ({
              value,
              label: t(`administration:by.${value}`),
            }))}
          />
          <TextField
            label={t('member.email')}
            hint={t('administration:emailHint')}
            {...field('email')}
            type="email"
            autoComplete="off"
            isRequired={false}
          />
          <div className="form-actions">
            <SubmitButton>{t('administration:submit')}</SubmitButton>
          </div>
        </div>
      </Section>
    </Form>
  );
}
