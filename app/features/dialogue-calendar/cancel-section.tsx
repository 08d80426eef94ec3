import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { type ActAnswer, answerOf } from '#app/features/dialogues';
import { Refusal, Section, SubmitButton, TextArea } from '#app/ui';
import { mayReinstate } from '#domain/dialogues/dialogue-state';
import type { DialogueView } from '#server/features/dialogues';

/** Saying that a dialogue will not take place, and taking that back until it was to begin. */
export function CancelSection({ view, answer }: { view: DialogueView; answer: ActAnswer }) {
  const { t } = useTranslation('meetings');
  if (view.startedAt) return null;
  if (!view.cancelledAt) return <CancelForm answer={answer} />;
  if (!mayReinstate(view, view.nowMs)) return null;
  return (
    <Section title={t('cancel.backTitle')} lead={t('cancel.backLead')}>
      <Form method="post">
        <input type="hidden" name="act" value="reinstate" />
        <SubmitButton variant="primary">{t('cancel.back')}</SubmitButton>
      </Form>
    </Section>
  );
}

function CancelForm({ answer }: { answer: ActAnswer }) {
  const { t } = useTranslation('meetings');
  const { form, field, refusal } = useFormAnswer('cancel', answerOf(answer, 'cancel'), 'meetings');
  return (
    <Section title={t('cancel.title')} lead={t('cancel.lead')}>
      <Form method="post" {...form} className="form">
        <Refusal refusal={refusal} />
        <input type="hidden" name="act" value="cancel" />
        <input type="hidden" name="intent" value="cancel" />
        <TextArea
          label={t('cancel.reason')}
          hint={t('cancel.reasonHint')}
          rows={2}
          {...field('reason')}
          isRequired
        />
        <div className="form-actions">
          <SubmitButton variant="danger">{t('cancel.act')}</SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
