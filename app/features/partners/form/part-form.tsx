import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormAnswer } from '#app/http/form.server';
import { Button, ConfirmButton, Notice, Refusal, Section, SubmitButton, TextArea } from '#app/ui';
import type { Fields } from '#domain/partners/differences';
import type { ProposalSubject } from '#domain/partners/kinds';
import { useFieldLabels } from '../field-labels';
import { type PartFormState, usePartForm } from './use-part-form';

/**
 * The form of one part of a partner's record. Those who keep the record save; a convenor who does not proposes with the
 * same form and gives a reason. It sends along what it showed, so that nobody's newer change is written over.
 */
export function PartForm({
  subject,
  facts,
  isKeeper,
  answer,
  backTo,
  children,
}: {
  subject: ProposalSubject;
  /** What stands there; null to add one. */
  facts: Fields | null;
  isKeeper: boolean;
  answer: FormAnswer | undefined;
  backTo: string;
  children: (state: PartFormState) => ReactNode;
}) {
  const { t } = useTranslation('partners');
  const state = usePartForm(answer);
  const verb = isKeeper ? 'keep' : 'propose';
  const isRemovable = facts !== null && subject !== 'profile';
  return (
    <Section
      title={t(`form.${verb}.${facts ? 'edit' : 'add'}.${subject}`)}
      lead={isKeeper ? undefined : t('form.proposeLead')}
      actions={isKeeper && isRemovable && <RemoveButton subject={subject} />}
    >
      <Form method="post" {...state.form} className="form">
        <PartRefusal subject={subject} refusal={state.refusal} />
        <input type="hidden" name="intent" value="save" />
        {facts && <input type="hidden" name="seen" value={JSON.stringify(facts)} />}
        {children(state)}
        {!isKeeper && (
          <TextArea
            label={t('form.reason')}
            hint={t('form.reasonHint')}
            rows={3}
            {...state.text('reason', '')}
            isRequired
          />
        )}
        <div className="form-actions">
          <SubmitButton>{t(`form.${verb}.submit`)}</SubmitButton>
          {!isKeeper && isRemovable && (
            <Button type="submit" name="act" value="remove">
              {t('form.propose.remove')}
            </Button>
          )}
          <Link to={backTo} className="self-center px-2">
            {t('ui:cancel')}
          </Link>
        </div>
      </Form>
    </Section>
  );
}

function RemoveButton({ subject }: { subject: ProposalSubject }) {
  const { t } = useTranslation('partners');
  return (
    <ConfirmButton
      label={t('form.remove')}
      button={{ variant: 'quiet', icon: 'remove', size: 'small' }}
      title={t(`form.removeQuestion.${subject}`)}
      confirmLabel={t('form.remove')}
      fields={{ act: 'remove' }}
    >
      <p>{t(`form.removeLead.${subject}`)}</p>
    </ConfirmButton>
  );
}

/** A refusal in words that say which fields or which other record it is about, where that is known. */
function PartRefusal({ subject, refusal }: { subject: ProposalSubject; refusal: PartFormState['refusal'] }) {
  const { t } = useTranslation('partners');
  const labelOf = useFieldLabels(subject);
  const words = refusalWords();
  if (!words) return <Refusal refusal={refusal} />;
  return (
    <Notice tone="critical" role="alert">
      <p>{words}</p>
    </Notice>
  );

  function refusalWords(): string | null {
    const { fields, what, name, problem } = refusal?.details ?? {};
    if (refusal?.code === 'stale' && Array.isArray(fields))
      return t('refused.stale', { fields: fields.map(String).map(labelOf).join(', ') });
    if (refusal?.code === 'conflict' && what === 'alias') return t('refused.alias', { name: String(name) });
    if (refusal?.code === 'conflict' && what === 'mandate') return t('refused.mandate');
    return problem === 'nothingChanged' ? t('refused.nothingChanged') : null;
  }
}
