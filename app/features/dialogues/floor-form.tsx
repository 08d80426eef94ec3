import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { Refusal, SelectField, SubmitButton, TextField } from '#app/ui';
import { floorKinds } from '#domain/dialogues/floor';
import type { DialogueView, ItemView } from '#server/features/dialogues';
import { type ActAnswer, answerOf } from './frame';
import { useInstitutionNames } from './institutions';
import { useOnceId } from './once-id';
import { type FieldsOf, WaitingForm } from './waiting/waiting-form';

/** Enters a request for the floor: of the own institution, or, for the convenor, of one whose hand is up. */
export function FloorForm({
  view,
  item,
  isForAnother,
  freshId,
  answer,
}: {
  view: DialogueView;
  item: ItemView;
  isForAnother: boolean;
  freshId: string;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('dialogues');
  const nameOf = useInstitutionNames();
  const intent = `ask-${item.id}`;
  const { form, field, refusal } = useFormAnswer(intent, answerOf(answer, intent), 'dialogues');
  const own = view.own.institutionId;
  const heads = view.institutions.find(({ institution }) => institution.id === own)?.delegates ?? [];
  const speaker = heads.find(({ role }) => role === 'head')?.name ?? '';
  const asked = [...item.floor.waiting, ...item.floor.heard];
  const id = useOnceId(`${freshId}-floor`, (used) => asked.some((request) => request.id.startsWith(used)));
  const actOf = (value: FieldsOf) => ({
    ...({ act: 'floor-ask', itemId: item.id } as const),
    ...{ kind: value('kind'), speaker: value('speaker').trim() },
  });
  return (
    <WaitingForm
      key={id}
      method="post"
      preventScrollReset
      {...form}
      actOf={isForAnother ? undefined : actOf}
      className="grid gap-3"
    >
      <Refusal refusal={refusal} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="act" value={isForAnother ? 'floor-enter' : 'floor-ask'} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="itemId" value={item.id} />
      {isForAnother && (
        <SelectField
          label={t('floor.institution')}
          {...field('institutionId')}
          placeholder={t('position.chooseInstitution')}
          options={view.institutions.map(({ institution }) => ({
            value: institution.id,
            label: nameOf(institution.id),
          }))}
          isRequired
        />
      )}
      <TextField
        label={t('floor.speaker')}
        {...field('speaker')}
        defaultValue={field('speaker').defaultValue ?? (isForAnother ? '' : speaker)}
        isRequired={false}
      />
      <div className="flex flex-wrap gap-2">
        {floorKinds.map((kind) => (
          <SubmitButton
            key={kind}
            name="kind"
            value={kind}
            variant={kind === 'intervention' ? 'primary' : 'secondary'}
          >
            {t(`floor.ask_${kind}`)}
          </SubmitButton>
        ))}
      </div>
    </WaitingForm>
  );
}
