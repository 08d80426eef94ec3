import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import type { FormAnswer } from '#app/http/form.server';
import { Refusal, Section, SubmitButton, TextField } from '#app/ui';
import type { Plan } from '#server/features/plans';
import { HorizonFields, type YearExample } from './horizon-fields';

export function PlanSettingsForm({
  plan,
  example,
  answer,
}: {
  plan: Pick<Plan, 'title' | 'startYear' | 'endYear'>;
  example: YearExample;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('managePlans');
  const { form, field, refusal } = useFormAnswer('settings', answer, 'managePlans');
  const title = field('title');
  return (
    <Section title={t('settings.name')}>
      <Form method="post" {...form} className="form">
        <Refusal refusal={refusal} />
        <TextField
          label={t('settings.nameTitle')}
          {...title}
          defaultValue={title.defaultValue ?? plan.title}
          isRequired
        />
        <HorizonFields field={field} defaults={plan} example={example} />
        <div className="form-actions">
          <SubmitButton name="intent" value="settings">
            {t('settings.save')}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
