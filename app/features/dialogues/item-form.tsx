import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { RadioField, Refusal, SelectField, SubmitButton, TextField } from '#app/ui';
import { confidentialities, itemPurposes } from '#domain/dialogues/kinds';
import type { ItemView } from '#server/features/dialogues';
import { type ActAnswer, answerOf } from './frame';
import { OnceId } from './once-id';
import { useTaken } from './use-taken';

/** An agenda item: a new one at the end, or the one that is being changed. */
export function ItemForm({
  item,
  freshId,
  answer,
}: {
  item: ItemView | null;
  freshId: string;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('dialogues');
  const intent = item ? 'item-edit' : 'item-add';
  const { form, field, refusal } = useFormAnswer(intent, answerOf(answer, intent), 'meetings');
  const taken = useTaken(intent);
  const filled = (name: string, value: string | undefined) => {
    const wired = field(name);
    return { ...wired, defaultValue: wired.defaultValue ?? value ?? '' };
  };
  return (
    <Form key={item?.id ?? taken} method="post" preventScrollReset {...form} className="form card">
      <h3>{t(item ? 'agenda.edit' : 'meetings:agenda.add')}</h3>
      <Refusal refusal={refusal} />
      <input type="hidden" name="act" value={intent} />
      <input type="hidden" name="intent" value={intent} />
      <OnceId id={item?.id ?? `${freshId}-${taken}-item`} />
      <TextField label={t('agenda.title')} {...filled('title', item?.title)} isRequired />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('meetings:agenda.purpose')}
          {...filled('purpose', item?.purpose ?? 'discussion')}
          options={itemPurposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        />
        <TextField
          type="number"
          min={1}
          max={1440}
          label={t('meetings:agenda.plannedMinutes')}
          {...filled('plannedMinutes', String(item?.plannedMinutes ?? 20))}
          isRequired
        />
      </div>
      <TextField
        label={t('meetings:agenda.presenter')}
        hint={t('meetings:agenda.presenterHint')}
        {...filled('presenter', item?.presenter)}
        isRequired={false}
      />
      <RadioField
        label={t('meetings:agenda.confidentiality')}
        name="confidentiality"
        defaultValue={field('confidentiality').defaultValue ?? item?.confidentiality ?? 'public'}
        options={confidentialities.map((value) => ({
          value,
          label: t(`confidentiality.${value}`),
          hint: t(`meetings:confidentialityHint.${value}`),
        }))}
      />
      <div className="form-actions">
        <SubmitButton name="send" value={intent}>
          {t(item ? 'meetings:facts.save' : 'meetings:agenda.add')}
        </SubmitButton>
        {item && (
          <Link to="." preventScrollReset>
            {t('ui:cancel')}
          </Link>
        )}
      </div>
    </Form>
  );
}
