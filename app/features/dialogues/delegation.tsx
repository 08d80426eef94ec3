import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { Refusal, Section, SelectField, SubmitButton, TextField } from '#app/ui';
import { delegateRoles } from '#domain/dialogues/kinds';
import type { InvitedView } from '#server/features/dialogues';
import { ActButton } from './act-button';
import { AnswerBadge } from './answer-badge';
import { type ActAnswer, answerOf } from './frame';
import { OnceId } from './once-id';
import { useTaken } from './use-taken';
import { Unsent } from './waiting/unsent';

/** The own institution's answer to the invitation, and whom it sends. */
export function Delegation({
  own,
  freshId,
  answer,
}: {
  own: InvitedView;
  freshId: string;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('dialogues');
  return (
    <Section
      title={t('takePart:delegation.title')}
      lead={t('takePart:delegation.lead')}
      actions={
        <>
          <AnswerBadge {...own} /> <Unsent of={({ act }) => act.act === 'answer'} />
        </>
      }
    >
      {!own.answer && own.former && <p className="mb-4">{t('answers:again')}</p>}
      <div className="mb-4 flex flex-wrap gap-2">
        {(['accepted', 'declined'] as const).map((value) => (
          <ActButton
            key={value}
            fields={{ act: 'answer', answer: value }}
            waits={{ act: 'answer', answer: value }}
            variant={value === 'accepted' && !own.answer ? 'primary' : 'secondary'}
            isPressed={own.answer === value}
          >
            {t(`answers:give_${value}`)}
          </ActButton>
        ))}
      </div>
      <DelegateList delegates={own.delegates} isEditable />
      <DelegateForm freshId={freshId} answer={answer} />
    </Section>
  );
}

export function DelegateList({
  delegates,
  isEditable = false,
}: {
  delegates: InvitedView['delegates'];
  isEditable?: boolean;
}) {
  const { t } = useTranslation('dialogues');
  if (delegates.length === 0) return null;
  return (
    <ul className={`grid gap-1 text-sm ${isEditable ? 'mb-3' : ''}`}>
      {delegates.map(({ id, name, role }) => (
        <li key={id} className="flex items-center gap-2">
          <span className="min-w-0">
            {name} <span className="text-muted">({t(`delegateRole.${role}`)})</span>
          </span>
          {isEditable && (
            <ActButton
              fields={{ act: 'delegate-remove', delegateId: id }}
              icon="close"
              label={t('takePart:delegation.remove', { name })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function DelegateForm({ freshId, answer }: { freshId: string; answer: ActAnswer }) {
  const { t } = useTranslation('dialogues');
  const { form, field, refusal } = useFormAnswer('delegate', answerOf(answer, 'delegate'), 'dialogues');
  const taken = useTaken('delegate');
  return (
    <Form key={taken} method="post" preventScrollReset {...form} className="form">
      <Refusal refusal={refusal} />
      <OnceId id={`${freshId}-${taken}-delegate`} />
      <input type="hidden" name="act" value="delegate-add" />
      <input type="hidden" name="intent" value="delegate" />
      <TextField
        label={t('takePart:delegation.name')}
        hint={t('takePart:delegation.nameHint')}
        {...field('name')}
        isRequired
      />
      <SelectField
        label={t('takePart:delegation.role')}
        name="role"
        defaultValue="head"
        options={delegateRoles.map((value) => ({ value, label: t(`delegateRole.${value}`) }))}
      />
      <div className="form-actions">
        <SubmitButton variant="secondary" name="send" value="delegate">
          {t('takePart:delegation.add')}
        </SubmitButton>
      </div>
    </Form>
  );
}
