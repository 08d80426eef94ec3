import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useI18n } from '#app/i18n/use-i18n';
import { CheckboxField, EmptyState, SelectField, SubmitButton } from '#app/ui';
import { dialogueGroups } from '#domain/dialogues/groups';
import { institutionShortName } from '#domain/institutions/name';
import type { DialogueView } from '#server/features/dialogues';
import { ActButton } from './act-button';
import { AnswerBadge } from './answer-badge';
import type { ActAnswer } from './frame';
import { Institution } from './institutions';
import { RecordAnswerForm } from './record-answer-form';

/** Who is invited and where each sits; institutions are invited, not persons. */
export function InvitationsEditor({
  view,
  others,
  answer,
}: {
  view: DialogueView;
  answer: ActAnswer;
  /** Institutions of the workspace that are not invited yet. */
  others: readonly { value: string; label: string }[];
}) {
  const { t } = useTranslation('dialogues');
  const { language } = useI18n();
  return (
    <>
      {view.institutions.length === 0 && <EmptyState title={t('invite.none')} body={t('invite.noneBody')} />}
      <ul className="grid divide-y divide-line">
        {view.institutions.map((one) => {
          const { institution, group } = one;
          const name = institutionShortName(institution, language);
          return (
            <li key={institution.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2">
              <span className="min-w-0 grow basis-56">
                <Institution id={institution.id} isFull />
              </span>
              <AnswerBadge {...one} />
              <div className="flex min-w-0 items-center gap-2 max-sm:w-full">
                <Form
                  method="post"
                  preventScrollReset
                  className="flex min-w-0 items-center gap-2 max-sm:flex-1"
                  key={group}
                >
                  <input type="hidden" name="act" value="group" />
                  <input type="hidden" name="institutionId" value={institution.id} />
                  <SelectField
                    label={t('meetings:invite.groupOf', { institution: name })}
                    isLabelHidden
                    name="group"
                    defaultValue={group}
                    options={dialogueGroups.map((value) => ({ value, label: t(`group.${value}`) }))}
                  />
                  <SubmitButton variant="quiet" size="small" name="send" value={institution.id}>
                    {t('meetings:invite.setGroup')}
                  </SubmitButton>
                </Form>
                {!view.startedAt && (
                  <ActButton
                    fields={{ act: 'uninvite', institutionId: institution.id }}
                    icon="remove"
                    label={t('meetings:invite.takeBack', { institution: name })}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {view.institutions.length > 0 && <RecordAnswerForm view={view} answer={answer} />}
      {others.length > 0 && (
        <Form method="post" preventScrollReset className="form card mt-4" key={view.institutions.length}>
          <input type="hidden" name="act" value="invite" />
          <fieldset className="field">
            <legend className="field-label">{t('meetings:invite.choose')}</legend>
            {others.map(({ value, label }) => (
              <CheckboxField key={value} name="institutionIds" value={value} label={label} />
            ))}
          </fieldset>
          <div className="form-actions">
            <SubmitButton name="send" value="invite">
              {t('meetings:invite.submit')}
            </SubmitButton>
          </div>
        </Form>
      )}
    </>
  );
}
