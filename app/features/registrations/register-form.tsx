import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { OnceId, usePlaceTime } from '#app/features/dialogues';
import type { FormAnswer } from '#app/http/form.server';
import { CheckboxField, Notice, Refusal, Section, SubmitButton, TextField } from '#app/ui';
import type { PublicDialogue } from '#server/features/public-dialogues';

/** Registering on a public page, without an account and without JavaScript. */
export function RegisterSection({
  dialogue: { registration, timeZone },
  freshId,
  isDone,
  answer,
}: {
  dialogue: PublicDialogue;
  freshId: string;
  isDone: boolean;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('publicPages');
  const { dateTime } = usePlaceTime(timeZone);
  const { state, closesAt, placesLeft } = registration;
  if (state === 'none') return null;
  if (isDone)
    return (
      <div className="mb-6">
        <Notice tone="positive" role="status" title={t('register.done')}>
          <p>{t('register.doneBody')}</p>
        </Notice>
      </div>
    );
  if (state !== 'open')
    return (
      <div className="mb-6">
        <Notice>
          <p>{t(`register.${state}`)}</p>
        </Notice>
      </div>
    );
  const lead = [
    closesAt && t('register.until', { date: dateTime(closesAt) }),
    placesLeft !== null && t('register.places', { count: placesLeft }),
    t('register.lead'),
  ];
  return (
    <Section title={t('register.title')} lead={lead.filter(Boolean).join(' ')}>
      <RegisterForm freshId={freshId} answer={answer} />
    </Section>
  );
}

function RegisterForm({ freshId, answer }: { freshId: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('publicPages');
  const { form, field, refusal } = useFormAnswer('register', answer, 'publicPages');
  const { defaultValue: consented, ...consent } = field('consent');
  return (
    <Form method="post" {...form} className="form">
      <Refusal refusal={refusal} />
      <OnceId id={freshId} />
      <TextField label={t('register.name')} autoComplete="name" {...field('name')} isRequired />
      <TextField
        label={t('register.position')}
        autoComplete="organization-title"
        {...field('position')}
        isRequired
      />
      <TextField
        label={t('register.institution')}
        autoComplete="organization"
        {...field('institution')}
        isRequired
      />
      <TextField
        type="email"
        label={t('register.email')}
        hint={t('register.emailHint')}
        autoComplete="email"
        {...field('email')}
        isRequired
      />
      <CheckboxField
        label={t('register.consent')}
        hint={t('register.consentHint')}
        {...consent}
        defaultChecked={consented === 'on'}
        isRequired
      />
      <div className="form-actions">
        <SubmitButton>{t('register.act')}</SubmitButton>
      </div>
    </Form>
  );
}
