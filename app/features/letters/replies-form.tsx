import { Form } from '@remix-run/react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { type ActAnswer, answerOf } from '#app/features/dialogues';
import { Notice, Refusal, Section, SubmitButton, TextArea } from '#app/ui';
import type { ReadReply } from '#server/features/letters';

/** Takes in what calendars have answered by mail to whoever invited. */
export function RepliesForm({
  answer,
  replies,
}: {
  answer: ActAnswer;
  /** What became of those just given. */
  replies: readonly ReadReply[] | null;
}) {
  const { t } = useTranslation('letters');
  const { form, field, refusal } = useFormAnswer('replies', answerOf(answer, 'replies'), 'letters');
  const area = useRef<HTMLTextAreaElement>(null);
  const takeFile = async (file: File | undefined) => {
    if (file && area.current) area.current.value = await file.text();
  };
  return (
    <Section title={t('replies.title')} lead={t('replies.lead')}>
      {replies && (
        <div className="mb-4">
          <Notice
            tone={replies.every(({ outcome }) => outcome === 'counted') ? 'positive' : 'warning'}
            role="status"
          >
            <ul className="list-disc ps-5">
              {replies.map(({ email, outcome, answer: given }) => (
                <li key={`${email} ${outcome}`}>
                  {email}: {t(`outcome.${outcome}`, { answer: given ? t(`answer.${given}`) : '' })}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <Form method="post" preventScrollReset {...form} className="form">
        <Refusal refusal={refusal} />
        <input type="hidden" name="act" value="replies-take" />
        <input type="hidden" name="intent" value="replies" />
        <label className="field">
          <span className="field-label">{t('replies.file')}</span>
          <input
            type="file"
            accept=".ics,.eml,text/calendar"
            className="input"
            onChange={({ target }) => void takeFile(target.files?.[0])}
          />
        </label>
        <TextArea
          rows={4}
          label={t('replies.text')}
          hint={t('replies.textHint')}
          {...field('text')}
          ref={area}
          isRequired
        />
        <div className="form-actions">
          <SubmitButton variant="secondary" name="send" value="replies">
            {t('replies.take')}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
