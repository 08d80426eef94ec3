import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { Refusal, SelectField, type SelectOption, SubmitButton, TextField } from '#app/ui';
import { type ActAnswer, answerOf } from './frame';
import { OnceId } from './once-id';
import { useTaken } from './use-taken';

/** Adds an item that goes through the decisions of a dialogue before this one. */
export function ReviewForm({
  options,
  usualId,
  freshId,
  answer,
}: {
  options: readonly SelectOption[];
  usualId: string;
  freshId: string;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('meetings');
  const { form, field, refusal } = useFormAnswer('item-review', answerOf(answer, 'item-review'), 'meetings');
  const taken = useTaken('item-review');
  const filled = (name: string, value: string) => {
    const wired = field(name);
    return { ...wired, defaultValue: wired.defaultValue ?? value };
  };
  return (
    <Form key={taken} method="post" preventScrollReset {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="act" value="item-review" />
      <input type="hidden" name="intent" value="item-review" />
      <OnceId id={`${freshId}-${taken}-review`} />
      <SelectField
        label={t('review.dialogue')}
        {...filled('reviewsDialogueId', usualId)}
        options={options}
        isRequired
      />
      <TextField label={t('dialogues:agenda.title')} {...filled('title', t('review.title'))} isRequired />
      <div className="form-actions">
        <SubmitButton variant="secondary" name="send" value="item-review">
          {t('review.add')}
        </SubmitButton>
      </div>
    </Form>
  );
}
