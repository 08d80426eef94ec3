import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { FormAnswer } from '#app/http/form.server';
import { Refusal, SelectField, type SelectOption, SubmitButton, TextField } from '#app/ui';
import { cycleEventKinds } from '#domain/funding-cycles/kinds';
import type { EventFacts } from '#server/features/funding-cycles';
import { CountryField, DateFields, SourceFields } from './event-fields';
import { useFilledForm } from './use-filled-form';

/** A dated step: a new one, or, with its sequence, one to change, which asks why. */
export function EventForm({
  event,
  countries,
  answer,
}: {
  event: (Partial<EventFacts> & { sequence: number }) | null;
  countries: readonly SelectOption[];
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('cycles');
  const { form, filled, refusal } = useFilledForm('event', answer, event ?? {});
  return (
    <Form method="post" {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="intent" value="event" />
      {event ? (
        <input type="hidden" name="sequence" value={event.sequence} />
      ) : (
        <SelectField
          label={t('event.kind')}
          {...filled('kind')}
          options={cycleEventKinds.map((value) => ({ value, label: t(`eventKind.${value}`) }))}
          placeholder={t('form.choose')}
          isRequired
        />
      )}
      <TextField
        label={t('event.title')}
        hint={t('event.titleHint')}
        {...filled('title')}
        isRequired={false}
      />
      <DateFields filled={filled} />
      {event && (
        <TextField
          label={t('event.reason')}
          hint={t('event.reasonHint')}
          {...filled('reason')}
          isRequired={false}
        />
      )}
      <CountryField filled={filled} countries={countries} placeholder={t('event.allCountries')} />
      <SourceFields filled={filled} />
      <div className="form-actions">
        <SubmitButton>{t('form.save')}</SubmitButton>
      </div>
    </Form>
  );
}
