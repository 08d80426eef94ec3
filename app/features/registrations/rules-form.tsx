import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { type ActAnswer, ActButton, answerOf } from '#app/features/dialogues';
import { Notice, Refusal, Section, SubmitButton, TextField } from '#app/ui';
import { localTimeAt, placeOfTimeZone } from '#domain/dialogues/local-time';
import type { DialogueView } from '#server/features/dialogues';

/** Opens registration on the public page, until when and for how many; or ends it. */
export function RulesForm({ slug, view, answer }: { slug: string; view: DialogueView; answer: ActAnswer }) {
  const { t } = useTranslation('meetings');
  const { form, field, refusal } = useFormAnswer('rules', answerOf(answer, 'rules'), 'meetings');
  const { registration, timeZone } = view;
  const closes = registration?.closesAt ? localTimeAt(Date.parse(registration.closesAt), timeZone) : null;
  const filled = (name: string, value: string | undefined) => {
    const wired = field(name);
    return { ...wired, defaultValue: wired.defaultValue ?? value ?? '' };
  };
  return (
    <Section title={t('rules.title')} lead={t(registration ? 'rules.isOpen' : 'rules.isNot')}>
      {registration && view.visibility !== 'public' && (
        <div className="mb-4">
          <Notice tone="warning">
            <p>
              {t('rules.notPublic')}{' '}
              <Link to={`/w/${slug}/dialogues/${view.id}/public`}>{t('publish.title')}</Link>
            </p>
          </Notice>
        </div>
      )}
      <Form method="post" preventScrollReset {...form} className="form">
        <Refusal refusal={refusal} />
        <input type="hidden" name="act" value="rules" />
        <input type="hidden" name="intent" value="rules" />
        <input type="hidden" name="timeZone" value={timeZone} />
        <div className="field-row grid gap-4 sm:grid-cols-2">
          <TextField
            type="date"
            label={t('rules.date')}
            hint={t('rules.dateHint')}
            {...filled('date', closes?.date)}
            isRequired={false}
          />
          <TextField
            type="time"
            label={t('rules.time')}
            hint={placeOfTimeZone(timeZone)}
            {...filled('time', closes?.time)}
            isRequired={false}
          />
        </div>
        <TextField
          type="number"
          min={1}
          label={t('rules.places')}
          hint={t('rules.placesHint')}
          {...filled('places', registration?.places ? String(registration.places) : undefined)}
          isRequired={false}
        />
        <div className="form-actions">
          <SubmitButton>{t(registration ? 'rules.save' : 'rules.open')}</SubmitButton>
        </div>
      </Form>
      {registration && (
        <div className="mt-4">
          <ActButton fields={{ act: 'rules-end' }}>{t('rules.end')}</ActButton>
        </div>
      )}
    </Section>
  );
}
