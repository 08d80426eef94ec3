import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { Badge, Disclosure, RadioField, Refusal, SubmitButton, TextArea } from '#app/ui';
import type { Correction } from '#domain/dialogues/minutes';
import type { ItemView } from '#server/features/dialogues';
import { type ActAnswer, answerOf } from '../frame';
import { Institution, useInstitutionNames } from '../institutions';
import { OnceId } from '../once-id';
import { useTaken } from '../use-taken';
import type { MinutesPageProps } from './minutes-page';

/** What delegations want to read otherwise under an item, with the convenor's answers. */
export function Corrections({
  corrections,
  item,
  minutes,
  freshId,
  answer,
  nowMs,
}: MinutesPageProps & { corrections: readonly Correction[]; item: ItemView }) {
  const { t } = useTranslation('minutes');
  const mayPropose =
    minutes.state === 'corrections' && minutes.mayCorrect && nowMs <= (minutes.deadlineMs ?? 0);
  return (
    <>
      {corrections.length > 0 && (
        <div className="grid gap-2">
          <h4 className="text-sm font-semibold">{t('corrections')}</h4>
          <ul className="grid gap-3">
            {corrections.map((correction) => (
              <li key={correction.id} className="grid gap-1 border-s-2 border-line ps-3">
                <p className="flex flex-wrap items-baseline gap-2">
                  <Institution id={correction.institutionId} />
                  <Badge tone={toneOf(correction)}>{t(`answer.${answerWord(correction)}`)}</Badge>
                </p>
                <p className="max-w-reading whitespace-pre-line">{correction.text}</p>
                {correction.answer && (
                  <p className="max-w-reading whitespace-pre-line text-sm text-muted">
                    {correction.answer.reason}
                  </p>
                )}
                {minutes.state !== 'locked' && minutes.mayClose && (
                  <Answer key={correction.id} {...{ correction, answer }} />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {mayPropose && (
        <Disclosure title={t('propose')} isOpen={answerOf(answer, `correct-${item.id}`) !== undefined}>
          <ProposeForm {...{ item, freshId, answer }} />
        </Disclosure>
      )}
    </>
  );
}

function toneOf({ answer }: Correction) {
  if (!answer) return 'warning';
  return answer.accepted ? 'positive' : 'neutral';
}

function answerWord({ answer }: Correction) {
  if (!answer) return 'open';
  return answer.accepted ? 'accepted' : 'refused';
}

function ProposeForm({ item, freshId, answer }: { item: ItemView; freshId: string; answer: ActAnswer }) {
  const { t } = useTranslation('minutes');
  const intent = `correct-${item.id}`;
  const { form, field, refusal } = useFormAnswer(intent, answerOf(answer, intent), 'minutes');
  const taken = useTaken(intent);
  return (
    <Form key={taken} method="post" preventScrollReset {...form} className="form">
      <Refusal refusal={refusal} />
      <OnceId id={`${freshId}-${taken}-${item.id}`} />
      <input type="hidden" name="act" value="correction-propose" />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="itemId" value={item.id} />
      <TextArea label={t('proposeText')} hint={t('proposeHint')} rows={3} {...field('text')} isRequired />
      <div className="form-actions">
        <SubmitButton name="send" value={intent}>
          {t('proposeSubmit')}
        </SubmitButton>
      </div>
    </Form>
  );
}

interface AnswerProps {
  correction: Correction;
  answer: ActAnswer;
}

/** An answer given wrongly can be given anew, until the minutes are locked. */
function Answer(props: AnswerProps) {
  const { t } = useTranslation('minutes');
  const { correction, answer } = props;
  const intent = `answer-${correction.id}`;
  const taken = useTaken(intent);
  if (!correction.answer) return <AnswerForm {...props} />;
  return (
    <Disclosure key={taken} title={t('answerAnew')} isOpen={answerOf(answer, intent) !== undefined}>
      <AnswerForm {...props} />
    </Disclosure>
  );
}

function AnswerForm({ correction, answer }: AnswerProps) {
  const { t } = useTranslation('minutes');
  const given = correction.answer && {
    accepted: correction.answer.accepted ? 'yes' : 'no',
    reason: correction.answer.reason,
  };
  const nameOf = useInstitutionNames();
  const intent = `answer-${correction.id}`;
  const { form, field, refusal } = useFormAnswer(intent, answerOf(answer, intent), 'minutes');
  return (
    <Form method="post" preventScrollReset {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="act" value="correction-answer" />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="correctionId" value={correction.id} />
      <RadioField
        label={t('answerTo', { institution: nameOf(correction.institutionId) })}
        {...field('accepted')}
        defaultValue={field('accepted').defaultValue ?? given?.accepted}
        options={[
          { value: 'yes', label: t('accept'), hint: t('acceptHint') },
          { value: 'no', label: t('refuse') },
        ]}
      />
      <TextArea
        label={t('answerReason')}
        rows={2}
        {...field('reason')}
        defaultValue={field('reason').defaultValue ?? given?.reason}
        isRequired
      />
      <div className="form-actions">
        <SubmitButton name="send" value={intent}>
          {t('answerSubmit')}
        </SubmitButton>
      </div>
    </Form>
  );
}
