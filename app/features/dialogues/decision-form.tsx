import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { Refusal, SelectField, SubmitButton, TextArea, TextField } from '#app/ui';
import type { ProposalView } from '#server/features/dialogues';
import { type ActAnswer, answerOf } from './frame';
import { OnceId } from './once-id';

/** Enters a closed proposal into the register of decisions. */
export function DecisionForm({
  proposal,
  earlier,
  freshId,
  answer,
}: {
  proposal: ProposalView;
  /** Decisions of the workspace that this one may change. */
  earlier: readonly { id: string; reference: string }[];
  freshId: string;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('dialogues');
  const intent = `decide-${proposal.number}`;
  const isAdopted = proposal.verdict?.outcome === 'adopted';
  const { form, field, refusal } = useFormAnswer(intent, answerOf(answer, intent), 'dialogues');
  return (
    <Form method="post" preventScrollReset {...form} className="form">
      <Refusal refusal={refusal} />
      <OnceId id={`${freshId}-${intent}`} />
      <input type="hidden" name="act" value="decide" />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="proposalId" value={proposal.id} />
      <TextArea
        label={t('decision.text')}
        {...field('text')}
        defaultValue={field('text').defaultValue ?? proposal.text}
        isRequired
      />
      <TextArea
        label={t('decision.budget')}
        hint={t('decision.budgetHint')}
        rows={2}
        {...field('budgetImplication')}
        isRequired={false}
      />
      <TextField type="date" label={t('decision.reviewOn')} {...field('reviewOn')} isRequired={false} />
      {/* What is put off leaves in force what is. */}
      {isAdopted && earlier.length > 0 && (
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t('decision.changes')}
            name="changesAct"
            options={(['none', 'amend', 'supersede'] as const).map((value) => ({
              value,
              label: t(`decision.changes_${value}`),
            }))}
          />
          <SelectField
            label={t('decision.earlier')}
            name="changesId"
            placeholder={t('decision.chooseEarlier')}
            options={earlier.map(({ id, reference }) => ({ value: id, label: reference }))}
          />
        </div>
      )}
      <div className="form-actions">
        <SubmitButton name="send" value={intent}>
          {t(isAdopted ? 'decision.adopt' : 'decision.defer')}
        </SubmitButton>
      </div>
    </Form>
  );
}
