import { Form } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { CheckboxField, RadioField, Refusal, SelectField, SubmitButton, TextArea, TextField } from '#app/ui';
import { scales } from '#domain/dialogues/gradient';
import type { ItemView, ProposalView } from '#server/features/dialogues';
import { type ActAnswer, answerOf } from './frame';
import { OnceId } from './once-id';
import { QuorumFields } from './share-fields';
import { shares } from './shares';
import { SourceField } from './source-field';
import { useTaken } from './use-taken';

const rules = ['consensus', 'silence', 'threshold'] as const;

/** Puts a proposal under an item, or amends one into a new one; scale, hiding and rule are fixed here. */
export function ProposalForm({
  item,
  amended,
  freshId,
  answer,
}: {
  item: ItemView;
  amended: ProposalView | null;
  freshId: string;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('dialogues');
  // Of its own for each: several may be begun at once.
  const intent = amended ? `amend-${amended.id}` : `propose-${item.id}`;
  const { form, field, refusal } = useFormAnswer(intent, answerOf(answer, intent), 'dialogues');
  const taken = useTaken(intent);
  const [rule, setRule] = useState<string | null>(null);
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
          <SelectField
            label={t('proposal.threshold')}
            name="thresholdShare"
            options={shares.map((value) => ({ value, label: t(`share.${value.replace('/', 'of')}`) }))}
          />
          <SelectField
            label={t('proposal.thresholdBy')}
            name="thresholdBy"
            options={(['institution', 'group'] as const).map((value) => ({ value, label: t(`by.${value}`) }))}
          />
        </div>
      )}
      {rule !== 'silence' && <QuorumFields />}
      <RadioField
        label={t('proposal.scale')}
        name="scale"
        defaultValue={amended?.scale ?? 'gradient'}
        options={(Object.keys(scales) as (keyof typeof scales)[]).map((value) => ({
          value,
          label: t(`scale.${value}`),
        }))}
      />
      <CheckboxField
        label={t('proposal.hide')}
        hint={t('proposal.hideHint')}
        name="isHidden"
        defaultChecked={amended?.isHidden ?? false}
      />
      <div className="form-actions">
        <SubmitButton variant="secondary" name="send" value="propose">
          {t(amended ? 'proposal.amendSubmit' : 'proposal.submit')}
        </SubmitButton>
      </div>
    </Form>
  );
}
