import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { useOnceId } from '#app/features/dialogues';
import type { FormAnswer } from '#app/http/form.server';
import { Button, Refusal, Section, SelectField, type SelectOption, SubmitButton, TextField } from '#app/ui';
import type { FollowUp } from '#server/features/follow-ups';

/** Says which action carries out the decision: one of a plan, or one that is added to it. Works without JavaScript. */
export function LinkActionForms({
  plans,
  planId,
  actions,
  leads,
  freshId,
  linked,
  answer,
}: {
  plans: readonly SelectOption[];
  /** Whose actions are offered. */
  planId: string;
  actions: readonly SelectOption[];
  leads: readonly SelectOption[];
  freshId: string;
  linked: readonly FollowUp[];
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('followUps');
  const id = useOnceId(freshId, (used) => linked.some(({ action }) => action.id === used));
  return (
    <Section title={t('add')} lead={t('addLead')}>
      {plans.length > 1 && (
        <Form method="get" preventScrollReset className="mb-6 flex flex-wrap items-end gap-2">
          <SelectField name="plan" label={t('plan')} options={plans} defaultValue={planId} isRequired />
          <Button type="submit" variant="secondary">
            {t('showPlan')}
          </Button>
        </Form>
      )}
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <NewAction key={id} {...{ id, planId, leads, answer }} />
        <KnownAction key={`${planId} ${linked.length}`} {...{ planId, actions, answer }} />
      </div>
    </Section>
  );
}

function NewAction({
  id,
  planId,
  leads,
  answer,
}: {
  /** Of the action that is to be added: a second click, or a retry, adds it once. */
  id: string;
  planId: string;
  leads: readonly SelectOption[];
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('followUps');
  const { form, field, refusal } = useFormAnswer('add', answer, 'followUps');
  return (
    <Form method="post" preventScrollReset {...form} className="form">
      <h3>{t('newAction')}</h3>
      <Refusal refusal={refusal} />
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="planId" value={planId} />
      <input type="hidden" name="actionId" value={id} />
      <TextField label={t('title')} {...field('title')} isRequired />
      <SelectField
        label={t('lead')}
        hint={t('leadHint')}
        placeholder={t('chooseLead')}
        options={leads}
        {...field('leadInstitutionId')}
        isRequired
      />
      <div className="form-actions">
        <SubmitButton name="act" value="add">
          {t('addSubmit')}
        </SubmitButton>
      </div>
    </Form>
  );
}

function KnownAction({
  planId,
  actions,
  answer,
}: {
  planId: string;
  actions: readonly SelectOption[];
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('followUps');
  const { form, field, refusal } = useFormAnswer('link', answer, 'followUps');
  if (actions.length === 0) return null;
  return (
    <Form method="post" preventScrollReset {...form} className="form">
      <h3>{t('knownAction')}</h3>
      <Refusal refusal={refusal} />
      <input type="hidden" name="intent" value="link" />
      <input type="hidden" name="planId" value={planId} />
      <SelectField
        label={t('action')}
        hint={t('actionHint')}
        placeholder={t('chooseAction')}
        options={actions}
        {...field('actionId')}
        isRequired
      />
      <div className="form-actions">
        <SubmitButton name="act" value="link" variant="secondary">
          {t('linkSubmit')}
        </SubmitButton>
      </div>
    </Form>
  );
}
