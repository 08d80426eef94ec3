import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { type ActAnswer, answerOf } from '#app/features/dialogues';
import { CheckboxField, Disclosure, Refusal, Section, SubmitButton, TextArea } from '#app/ui';

export interface LetterPreview {
  subject: string;
  paragraphs: string[];
  button: string;
  notes: string[];
}

/** What the convenors say in every invitation, whether reminders follow, and the invitation as it will be read. */
export function LetterText({
  text,
  hasReminders,
  preview,
  answer,
}: {
  text: string;
  hasReminders: boolean;
  preview: LetterPreview;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('letters');
  const { form, field, refusal } = useFormAnswer('text', answerOf(answer, 'text'), 'letters');
  const wired = field('text');
  return (
    <Section title={t('text.title')} lead={t('text.lead')}>
      <Form method="post" preventScrollReset {...form} className="form">
        <Refusal refusal={refusal} />
        <input type="hidden" name="act" value="letter-text" />
        <input type="hidden" name="intent" value="text" />
        <TextArea
          rows={6}
          label={t('text.own')}
          hint={t('text.ownHint')}
          {...wired}
          defaultValue={wired.defaultValue ?? text}
          isRequired={false}
        />
        <CheckboxField
          label={t('text.reminders')}
          hint={t('text.remindersHint')}
          name="hasReminders"
          defaultChecked={hasReminders}
        />
        <div className="form-actions">
          <SubmitButton variant="secondary" name="send" value="text">
            {t('text.save')}
          </SubmitButton>
        </div>
      </Form>
      <div className="mt-4">
        <Disclosure title={t('text.preview')}>
          <div className="card mt-2 grid max-w-reading gap-3">
            <p className="font-medium">{preview.subject}</p>
            {preview.paragraphs.map((paragraph) => (
              <p key={paragraph} className="whitespace-pre-line">
                {paragraph}
              </p>
            ))}
            <p className="font-medium">[ {preview.button} ]</p>
            {preview.notes.map((note) => (
              <p key={note} className="text-sm text-muted">
                {note}
              </p>
            ))}
          </div>
        </Disclosure>
      </div>
    </Section>
  );
}
