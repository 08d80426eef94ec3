import { Form } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { CheckboxField, RadioField, Refusal, SelectField, SubmitButton, TextArea, TextField } from '#app/ui';
import { scales } from '#domain/dialogues/gradient';
import type { QuorumRule } from '#domain/dialogues/quorum';
import type { ItemView, ProposalView } from '#server/features/dialogues';
import { type ActAnswer, answerOf } from './frame';
import { OnceId } from './once-id';
import { ByField, QuorumFields, ShareField } from './share-fields';
import { SourceField } from './source-field';
import { useTaken } from './use-taken';

const rules = ['consensus', 'silence', 'threshold'] as const;

/** Puts a proposal under an item, or amends one into a new one; scale, hiding and rule are fixed here. */
export function ProposalForm({
  item,
  amended,
  quorum,
  freshId,
  answer,
}: {
  item: ItemView;
  amended: ProposalView | null;
  /** That of the dialogue. */
  quorum: QuorumRule | null;
  freshId: string;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('dialogues');
  // Of its own for each: several may be begun at once.
  const intent = amended ? `amend-${amended.id}` : `propose-${item.id}`;
  const { form, field, refusal } = useFormAnswer(intent, answerOf(answer, intent), 'dialogues');
  const taken = useTaken(intent);
  const [rule, setRule] = useState<string | null>(null);
  // What was entered stays after an error; a box that was not ticked is not even sent.
  const isEntered = field('rule').defaultValue !== undefined;
  const of = amended?.rule.kind === 'threshold' ? amended.rule : null;
  const usual = field('rule').defaultValue ?? amended?.rule.kind ?? 'consensus';
  // Without JavaScript the fields of every rule are there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is filled in anew.
  useEffect(() => setRule(usual), [usual, taken]);
  const isShown = (kind: string) => rule === null || rule === kind;
  return (
    <Form key={taken} method="post" preventScrollReset {...form} className="form">
      <Refusal refusal={refusal} />
      <OnceId id={`${freshId}-${taken}-${intent}`} />
      <input type="hidden" name="act" value="propose" />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="itemId" value={item.id} />
      {amended && <input type="hidden" name="amendsId" value={amended.id} />}
      <TextArea
        label={t('proposal.text')}
        hint={amended && t('proposal.amendHint', { number: amended.number })}
        {...field('text')}
        defaultValue={field('text').defaultValue ?? amended?.text}
        isRequired
      />
      <SourceField known={amended?.source ?? null} error={field('source').error} label={t('source.label')} />
      <SelectField
        label={t('proposal.rule')}
        name="rule"
        defaultValue={usual}
        onChange={(event) => setRule(event.currentTarget.value)}
        options={rules.map((value) => ({ value, label: t(`rule.name_${value}`) }))}
      />
      {isShown('silence') && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField type="date" label={t('proposal.deadlineDate')} {...field('deadlineDate')} />
          <TextField type="time" label={t('proposal.deadlineTime')} {...field('deadlineTime')} />
        </div>
      )}
      {isShown('threshold') && (
        <div className="grid gap-4 sm:grid-cols-2">
          <ShareField label={t('proposal.threshold')} known={of?.atLeast} {...field('thresholdShare')} />
          <ByField label={t('proposal.thresholdBy')} known={of?.by} {...field('thresholdBy')} />
        </div>
      )}
      {rule !== 'silence' && <QuorumFields quorum={quorumOf(amended, quorum)} field={field} />}
      <RadioField
        label={t('proposal.scale')}
        name="scale"
        defaultValue={field('scale').defaultValue ?? amended?.scale ?? 'gradient'}
        options={(Object.keys(scales) as (keyof typeof scales)[]).map((value) => ({
          value,
          label: t(`scale.${value}`),
        }))}
      />
      <CheckboxField
        label={t('proposal.hide')}
        hint={t('proposal.hideHint')}
        name="isHidden"
        defaultChecked={isEntered ? field('isHidden').defaultValue === 'on' : (amended?.isHidden ?? false)}
      />
      <div className="form-actions">
        <SubmitButton variant="secondary" name="send" value="propose">
          {t(amended ? 'proposal.amendSubmit' : 'proposal.submit')}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** An amended proposal is decided as the first was; silence had no quorum of its own. */
function quorumOf(amended: ProposalView | null, ofDialogue: QuorumRule | null): QuorumRule | null {
  return amended && amended.rule.kind !== 'silence' ? amended.rule.quorum : ofDialogue;
}
