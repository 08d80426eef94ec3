import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { Disclosure, RadioField, Refusal, SelectField, SubmitButton, TextField } from '#app/ui';
import type { DialogueView } from '#server/features/dialogues';
import { type ActAnswer, answerOf } from './frame';
import { useInstitutionNames } from './institutions';
import { useTaken } from './use-taken';

const intent = 'answer-record';

/** The convenor enters what an institution answered otherwise than here, and on what basis it is known. */
export function RecordAnswerForm({ view, answer }: { view: DialogueView; answer: ActAnswer }) {
  const { t } = useTranslation('dialogues');
  const nameOf = useInstitutionNames();
  const { form, field, refusal } = useFormAnswer(intent, answerOf(answer, intent), 'dialogues');
  const taken = useTaken(intent);
  return (
    <div className="mt-4">
      <Disclosure
        title={t('meetings:invite.record')}
        isOpen={field('institutionId').defaultValue !== undefined}
      >
        <Form key={taken} method="post" preventScrollReset {...form} className="form">
          <Refusal refusal={refusal} />
          <input type="hidden" name="act" value={intent} />
          <input type="hidden" name="intent" value={intent} />
          <SelectField
            label={t('position.institution')}
            {...field('institutionId')}
            placeholder={t('position.chooseInstitution')}
            options={view.institutions.map(({ institution }) => ({
              value: institution.id,
              label: nameOf(institution.id),
            }))}
            isRequired
          />
          <RadioField
            label={t('meetings:invite.answer')}
            {...field('answer')}
            options={(['accepted', 'declined'] as const).map((value) => ({
              value,
              label: t(`answer.${value}`),
            }))}
            isRequired
          />
          <TextField
            label={t('position.basis')}
            hint={t('meetings:invite.basisHint')}
            {...field('basis')}
            isRequired
          />
          <div className="form-actions">
            <SubmitButton>{t('position.record')}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}
