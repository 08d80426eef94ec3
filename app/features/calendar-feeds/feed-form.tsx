import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import type { FormAnswer } from '#app/http/form.server';
import { Refusal, SelectField, type SelectOption, SubmitButton } from '#app/ui';

const reminders = [0, 1, 3, 7, 14, 30];

/** Asks for an address of one country or of all. */
export function FeedForm({
  countries,
  answer,
}: {
  countries: readonly SelectOption[];
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('cycles');
  const { form, field, refusal } = useFormAnswer('feed', answer, 'cycles');
  const reminder = field('reminderDays');
  return (
    <Form method="post" {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="intent" value="feed" />
      <SelectField
        label={t('feeds.country')}
        {...field('country')}
        options={countries}
        placeholder={t('feeds.allCountries')}
      />
      <SelectField
        label={t('feeds.reminder')}
        hint={t('feeds.reminderHint')}
        {...reminder}
        defaultValue={reminder.defaultValue ?? '14'}
        options={reminders.map((days) => ({
          value: String(days),
          label: t('feeds.daysBefore', { count: days }),
        }))}
        placeholder={t('feeds.noReminder')}
      />
      <div className="form-actions">
        <SubmitButton>{t('feeds.create')}</SubmitButton>
      </div>
    </Form>
  );
}
