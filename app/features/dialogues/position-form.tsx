import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { CheckboxField, RadioField, Refusal, SelectField, SubmitButton, TextArea, TextField } from '#app/ui';
import { needsReason, type Step, scales } from '#domain/dialogues/gradient';
import type { WaitingAct } from '#domain/dialogues/waiting-acts';
import type { ProposalView } from '#server/features/dialogues';
import { type ActAnswer, answerOf } from './frame';
import { useInstitutionNames } from './institutions';
import { OnceId } from './once-id';
import { useTaken } from './use-taken';
import { Unsent } from './waiting/unsent';
import { type FieldsOf, WaitingForm } from './waiting/waiting-form';

/** An institution takes its position, or the convenor records one for an institution that is absent. */
export function PositionForm({
  proposal,
  institutionId,
  freshId,
  answer,
  isBegun = false,
  onSent,
}: {
  proposal: ProposalView;
  /** In whose name; null where the convenor chooses for whom. */
  institutionId: string | null;
  freshId: string;
  answer: ActAnswer;
  /** Something is written in it that was not sent. */
  isBegun?: boolean;
  onSent?(): void;
}) {
  const { t } = useTranslation('dialogues');
  const nameOf = useInstitutionNames();
  const isRecorded = institutionId === null;
  const intent = `${isRecorded ? 'record' : 'position'}-${proposal.number}`;
  const { form, field, refusal } = useFormAnswer(intent, answerOf(answer, intent), 'dialogues');
  const own = proposal.history.filter((one) => one.institutionId === institutionId);
  const current = own.at(-1);
  const taken = useTaken(intent);
  // What others say for the institution fills it in anew, but not under someone's hands.
  const [filling, setFilling] = useState(own.length);
  if (filling !== own.length && !isBegun) setFilling(own.length);
  const [missing, setMissing] = useState<Missing | null>(null);

  function actOf(value: FieldsOf, element: HTMLFormElement): WaitingAct | null {
    const [step, reason] = [value('step'), value('reason').trim()];
    const lacks = missingIn(step, reason);
    setMissing(lacks);
    if (lacks) {
      element.querySelector<HTMLElement>(`[name="${lacks}"]`)?.focus();
      return null;
    }
    const isAdReferendum = value('isAdReferendum');
    return { act: 'position', proposalId: proposal.id, step, reason, isAdReferendum };
  }

  const errorOf = (name: Missing) => (missing === name ? t(`fieldErrors.${wordsOf[name]}`) : undefined);
  return (
    <WaitingForm
      key={isRecorded ? taken : filling}
      method="post"
      preventScrollReset
      {...form}
      actOf={isRecorded ? undefined : actOf}
      onSent={onSent}
      className="form"
    >
      <Refusal refusal={refusal} />
      <OnceId id={`${freshId}-${taken}-${intent}`} />
      <input type="hidden" name="act" value={isRecorded ? 'position-record' : 'position'} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="proposalId" value={proposal.id} />
      {isRecorded && (
        <SelectField
          label={t('position.institution')}
          {...field('institutionId')}
          options={recordable(proposal).map((value) => ({ value, label: nameOf(value) }))}
          placeholder={t('position.chooseInstitution')}
          isRequired
        />
      )}
      <RadioField
        label={t(current ? 'position.change' : 'position.take')}
        {...field('step')}
        error={errorOf('step') ?? field('step').error}
        defaultValue={field('step').defaultValue ?? current?.step}
        options={scales[proposal.scale].map((step) => ({
          value: step,
          label: t(`step.${step}`),
          hint: t(`stepHint.${step}`),
        }))}
      />
      <TextArea
        label={t('position.reason')}
        hint={t('position.reasonHint')}
        rows={2}
        {...field('reason')}
        error={errorOf('reason') ?? field('reason').error}
        defaultValue={field('reason').defaultValue ?? current?.reason}
      />
      <CheckboxField
        label={t('position.isAdReferendum')}
        hint={t('position.adReferendumHint')}
        name="isAdReferendum"
        defaultChecked={current?.isAdReferendum ?? false}
      />
      {isRecorded && (
        <TextField
          label={t('position.basis')}
          hint={t('position.basisHint')}
          {...field('basis')}
          isRequired
        />
      )}
      <div className="form-actions">
        {!isRecorded && <Unsent of={({ act }) => act.act === 'position' && act.proposalId === proposal.id} />}
        <SubmitButton>{t(isRecorded ? 'position.record' : 'position.submit')}</SubmitButton>
      </div>
    </WaitingForm>
  );
}

/** For whom a position may be recorded: not for those that took theirs themselves. */
export function recordable({ eligible, spokeThemselves }: ProposalView): string[] {
  return eligible
    .map(({ institutionId }) => institutionId)
    .filter((institutionId) => !spokeThemselves.includes(institutionId));
}

type Missing = 'step' | 'reason';
const wordsOf = { step: 'choose', reason: 'reasonMissing' } as const satisfies Record<Missing, string>;

/** What the server would ask for, said at once, since it may not be there. */
function missingIn(step: string, reason: string): Missing | null {
  if (!step) return 'step';
  return needsReason(step as Step) && !reason ? 'reason' : null;
}
