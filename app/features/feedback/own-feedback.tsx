import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { type ActAnswer, answerOf, usePlaceTime } from '#app/features/dialogues';
import {
  EmptyState,
  Notice,
  RadioField,
  Refusal,
  Section,
  SelectField,
  SubmitButton,
  TextArea,
} from '#app/ui';
import { fewestCounted, heardAnswers, usefulnessSteps } from '#domain/dialogues/feedback';
import type { DialogueView } from '#server/features/dialogues';
import type { FeedbackView } from '#server/features/feedback';
import { Said } from './said';

interface Props {
  view: DialogueView;
  feedback: FeedbackView;
  answer: ActAnswer;
}

/** What the own institution is asked, what it said, and what the convenors replied. */
export function OwnFeedback(props: Props) {
  const { t } = useTranslation('feedback');
  const { view, feedback } = props;
  const { dateTime } = usePlaceTime(view.timeZone);
  const { state, closesAt, own, mayGive } = feedback;
  if (state === 'none' || !closesAt)
    return <EmptyState level={2} title={t('ask.notYet')} body={t('ask.notYetBody')} />;
  if (state === 'open' && mayGive) return <GiveSection {...props} closesAt={closesAt} />;
  return (
    <>
      <div className="mb-4">
        <Notice>
          <p>{state === 'closed' ? t('ask.closed', { date: dateTime(closesAt) }) : t(reasonFor(view))}</p>
        </Notice>
      </div>
      {own && (
        <Section title={t('own.title')}>
          <Said given={own} timeZone={view.timeZone} />
        </Section>
      )}
    </>
  );
}

function reasonFor({ own }: DialogueView) {
  return own.isInvited ? 'ask.observer' : 'ask.notInvited';
}

function GiveSection({ view, feedback, answer, closesAt }: Props & { closesAt: string }) {
  const { t } = useTranslation('feedback');
  const { dateTime } = usePlaceTime(view.timeZone);
  const { own } = feedback;
  return (
    <Section title={t('ask.title')} lead={t('ask.lead', { date: dateTime(closesAt), fewest: fewestCounted })}>
      {own && (
        <div className="mb-4 grid gap-4">
          <Notice tone="positive">
            <p>{t('ask.given', { date: dateTime(own.givenAt) })}</p>
          </Notice>
          {own.reply && <Said given={own} timeZone={view.timeZone} />}
        </div>
      )}
      <GiveForm key={own?.givenAt ?? ''} own={own} answer={answer} />
    </Section>
  );
}

function GiveForm({ own, answer }: { own: FeedbackView['own']; answer: ActAnswer }) {
  const { t } = useTranslation('feedback');
  const { form, field, refusal } = useFormAnswer('feedback', answerOf(answer, 'feedback'), 'feedback');
  const filled = (name: string, value: string | undefined) => {
    const wired = field(name);
    return { ...wired, defaultValue: wired.defaultValue ?? value };
  };
  return (
    <Form method="post" preventScrollReset {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="act" value="give" />
      <input type="hidden" name="intent" value="feedback" />
      <RadioField
        label={t('ask.heard')}
        {...filled('heard', own?.heard)}
        options={heardAnswers.map((value) => ({ value, label: t(`heard.${value}`) }))}
        isRequired
      />
      <TextArea label={t('ask.text')} hint={t('ask.textHint')} rows={3} {...filled('text', own?.text)} />
      <SelectField
        label={t('ask.usefulness')}
        {...filled('usefulness', own?.usefulness ? String(own.usefulness) : undefined)}
        options={usefulnessSteps.map((step) => ({ value: String(step), label: t(`usefulness.${step}`) }))}
        placeholder={t('ask.noUsefulness')}
      />
      <div className="form-actions">
        <SubmitButton name="send" value="feedback">
          {t(own ? 'ask.change' : 'ask.give')}
        </SubmitButton>
      </div>
    </Form>
  );
}
