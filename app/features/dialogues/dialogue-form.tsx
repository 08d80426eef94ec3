import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import {
  CheckboxField,
  Refusal,
  SelectField,
  type SelectOption,
  SubmitButton,
  TextArea,
  TextField,
} from '#app/ui';
import { dialogueTypes } from '#domain/dialogues/kinds';
import { localTimeAt } from '#domain/dialogues/local-time';
import { languages } from '#domain/languages';
import type { DialogueView } from '#server/features/dialogues';
import { type ActAnswer, answerOf } from './frame';
import { OnceId } from './once-id';
import { QuorumFields } from './share-fields';

type Known = Pick<
  DialogueView,
  | 'type'
  | 'title'
  | 'purpose'
  | 'place'
  | 'link'
  | 'timeZone'
  | 'languages'
  | 'startsAt'
  | 'limits'
  | 'quorum'
  | 'isChathamHouse'
>;

export const dialogueFormId = 'facts';

/** The facts about a dialogue: one to change, or a new one, which may take those of another over. */
export function DialogueForm({
  known,
  freshId,
  timeZones,
  usual,
  beginning,
  answer,
}: {
  known?: Partial<Known>;
  /** Of a new one. */
  freshId?: string;
  timeZones: readonly SelectOption[];
  /** What a new one begins with. */
  usual?: { timeZone: string; languages: readonly string[] };
  /** What it takes over beside facts: a dialogue or a template, and whose decisions it may go through first. */
  beginning?: { chosen: string; review: { id: string; number: string; title: string } | null };
  answer: ActAnswer;
}) {
  const { t } = useTranslation('dialogues');
  const { form, field, refusal } = useFormAnswer(
    dialogueFormId,
    answerOf(answer, dialogueFormId),
    'meetings',
  );
  const filled = (name: string, value: string | undefined) => {
    const wired = field(name);
    return { ...wired, defaultValue: wired.defaultValue ?? value ?? '' };
  };
  const starts =
    known?.startsAt && known.timeZone ? localTimeAt(Date.parse(known.startsAt), known.timeZone) : undefined;
  const inMinutes = (ms: number | null | undefined) => (ms ? String(ms / 60_000) : '');
  const spoken: readonly string[] = known?.languages ?? usual?.languages ?? [];
  return (
    <Form method="post" preventScrollReset {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="act" value="facts" />
      <input type="hidden" name="intent" value="facts" />
      {freshId && <OnceId id={freshId} />}
      {beginning && (
        <>
          {beginning.chosen && <input type="hidden" name="from" value={beginning.chosen} />}
          <ReviewChoice {...beginning} />
        </>
      )}
      <TextField label={t('meetings:facts.title')} {...filled('title', known?.title)} isRequired />
      <SelectField
        label={t('meetings:facts.type')}
        {...filled('type', known?.type ?? 'technical_dialogue')}
        options={dialogueTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
      />
      <TextArea
        label={t('meetings:facts.purpose')}
        rows={3}
        {...filled('purpose', known?.purpose)}
        isRequired={false}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          type="date"
          label={t('meetings:facts.date')}
          {...filled('date', freshId ? '' : starts?.date)}
          isRequired
        />
        <TextField
          type="time"
          label={t('meetings:facts.time')}
          {...filled('time', starts?.time ?? '09:00')}
          isRequired
        />
      </div>
      <SelectField
        label={t('meetings:facts.timeZone')}
        {...filled('timeZone', known?.timeZone ?? usual?.timeZone)}
        options={timeZones}
      />
      <TextField label={t('meetings:facts.place')} {...filled('place', known?.place)} isRequired={false} />
      <TextField
        type="url"
        label={t('meetings:facts.link')}
        hint={t('meetings:facts.linkHint')}
        {...filled('link', known?.link)}
        isRequired={false}
      />
      <fieldset className="field">
        <legend className="field-label">{t('meetings:facts.languages')}</legend>
        {languages.map((language) => (
          <CheckboxField
            key={language}
            label={t(`common:language.${language}`)}
            name="languages"
            value={language}
            defaultChecked={spoken.includes(language)}
          />
        ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          type="number"
          min={1}
          label={t('meetings:facts.perIntervention')}
          hint={t('meetings:facts.limitHint')}
          {...filled('perIntervention', inMinutes(known?.limits?.perInterventionMs))}
          isRequired={false}
        />
        <TextField
          type="number"
          min={1}
          label={t('meetings:facts.perInstitution')}
          hint={t('meetings:facts.perInstitutionHint')}
          {...filled('perInstitution', inMinutes(known?.limits?.perInstitutionMs))}
          isRequired={false}
        />
      </div>
      <QuorumFields quorum={known?.quorum} field={field} />
      <CheckboxField
        label={t('meetings:chatham.label')}
        hint={t('meetings:chatham.hint')}
        name="isChathamHouse"
        defaultChecked={known?.isChathamHouse ?? false}
      />
      <div className="form-actions">
        <SubmitButton name="send" value="facts">
          {t(freshId ? 'meetings:facts.plan' : 'meetings:facts.save')}
        </SubmitButton>
      </div>
    </Form>
  );
}

function ReviewChoice({
  chosen,
  review,
}: {
  chosen: string;
  review: { id: string; number: string; title: string } | null;
}) {
  const { t } = useTranslation('meetings');
  if (!review) return null;
  return (
    <CheckboxField
      label={t('review.begin', { dialogue: `${review.number} · ${review.title}` })}
      hint={t('review.beginHint')}
      name="reviewsDialogueId"
      value={review.id}
      defaultChecked={chosen !== ''}
    />
  );
}
