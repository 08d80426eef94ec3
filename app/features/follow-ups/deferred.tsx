import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { OnceId } from '#app/features/dialogues';
import type { FormAnswer } from '#app/http/form.server';
import { useFormat } from '#app/i18n/format';
import {
  LinkButton,
  Refusal,
  Section,
  SelectField,
  type SelectOption,
  SubmitButton,
  TextArea,
  TextField,
} from '#app/ui';
import type { DeferralView } from '#server/features/dialogues';

/** What a decision went through while it was deferred. */
export function DeferralHistory({ slug, deferral }: { slug: string; deferral: DeferralView }) {
  const { t } = useTranslation('followUps');
  const { date, day } = useFormat();
  const { postponed, takenUp } = deferral;
  if (postponed.length === 0 && !takenUp) return null;
  return (
    <Section title={t('deferred.history')}>
      <ul className="grid gap-2">
        {postponed.map(({ reviewOn, reason, at }) => (
          <li key={at} className="max-w-reading whitespace-pre-line">
            {reviewOn
              ? t('deferred.postponedFrom', { date: date(reviewOn), at: day(at), reason })
              : t('deferred.postponedFirst', { at: day(at), reason })}
          </li>
        ))}
        {takenUp && (
          <li>
            {t('deferred.takenUp', { date: day(takenUp.at) })}{' '}
            <Link to={`/w/${slug}/dialogues/${takenUp.dialogue.id}`}>{takenUp.dialogue.title}</Link>
          </li>
        )}
      </ul>
    </Section>
  );
}

/** What a convenor can do about a deferred decision: bring it before a dialogue, or give it another date. */
export function TakeUpForms({
  slug,
  dialogues,
  freshId,
  answer,
}: {
  slug: string;
  dialogues: readonly SelectOption[];
  freshId: string;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('followUps');
  return (
    <Section title={t('deferred.heading')} lead={t('deferred.lead')}>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        {dialogues.length > 0 ? (
          <TakeUp {...{ dialogues, freshId, answer }} />
        ) : (
          <div className="form">
            <h3>{t('deferred.agenda')}</h3>
            <p className="text-muted">{t('deferred.none')}</p>
            <div className="form-actions">
              <LinkButton to={`/w/${slug}/dialogues/new`}>{t('deferred.plan')}</LinkButton>
            </div>
          </div>
        )}
        <Postpone answer={answer} />
      </div>
    </Section>
  );
}

function TakeUp({
  dialogues,
  freshId,
  answer,
}: {
  dialogues: readonly SelectOption[];
  freshId: string;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('followUps');
  const { form, field, refusal } = useFormAnswer('take-up', answer, 'followUps');
  return (
    <Form method="post" preventScrollReset {...form} className="form">
      <h3>{t('deferred.agenda')}</h3>
      <Refusal refusal={refusal} />
      <input type="hidden" name="intent" value="take-up" />
      <OnceId id={freshId} />
      <SelectField
        label={t('deferred.dialogue')}
        hint={t('deferred.dialogueHint')}
        placeholder={t('deferred.choose')}
        options={dialogues}
        {...field('dialogueId')}
        isRequired
      />
      <div className="form-actions">
        <SubmitButton name="act" value="take-up">
          {t('deferred.submit')}
        </SubmitButton>
      </div>
    </Form>
  );
}

function Postpone({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('followUps');
  const { form, field, refusal } = useFormAnswer('postpone', answer, 'followUps');
  return (
    <Form method="post" preventScrollReset {...form} className="form">
      <h3>{t('deferred.postpone')}</h3>
      <Refusal refusal={refusal} />
      <input type="hidden" name="intent" value="postpone" />
      <TextField type="date" label={t('deferred.reviewOn')} {...field('reviewOn')} isRequired />
      <TextArea label={t('deferred.why')} rows={2} {...field('reason')} isRequired />
      <div className="form-actions">
        <SubmitButton name="act" value="postpone" variant="secondary">
          {t('deferred.postponeSubmit')}
        </SubmitButton>
      </div>
    </Form>
  );
}
