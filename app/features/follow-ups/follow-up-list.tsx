import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import type { FormAnswer } from '#app/http/form.server';
import { useFormat } from '#app/i18n/format';
import { useI18n } from '#app/i18n/use-i18n';
import { Disclosure, InstitutionBadge, Refusal, SubmitButton, TextArea } from '#app/ui';
import { institutionName, institutionShortName } from '#domain/institutions/name';
import type { FollowUp } from '#server/features/follow-ups';
import { ActionLink, FollowUpBadges } from './follow-up-line';

/** The actions that carry out a decision, each with its lead's answer and, for whoever may, what can be done about it. */
export function FollowUpList({
  slug,
  followUps,
  mayLink,
  answer,
}: {
  slug: string;
  followUps: readonly FollowUp[];
  mayLink: boolean;
  answer: FormAnswer | undefined;
}) {
  return (
    <ul className="grid gap-3">
      {followUps.map((followUp) => (
        <li key={`${followUp.plan.id} ${followUp.action.id}`} className="card grid gap-2">
          <FollowUpFacts slug={slug} followUp={followUp} />
          {followUp.mayAnswer && <LeadActs followUp={followUp} answer={answer} />}
          {mayLink && <ConvenorActs followUp={followUp} />}
        </li>
      ))}
    </ul>
  );
}

function FollowUpFacts({ slug, followUp }: { slug: string; followUp: FollowUp }) {
  const { t } = useTranslation('followUps');
  const { day } = useFormat();
  const { language } = useI18n();
  const { plan, action, lead, state, isOtherLead } = followUp;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3>
          <ActionLink slug={slug} followUp={followUp} />
        </h3>
        <FollowUpBadges followUp={followUp} />
      </div>
      <p className="text-sm text-muted">
        <InstitutionBadge
          kind={lead.kind}
          acronym={lead.acronym}
          name={institutionName(lead.names, language)}
          isFull
        />
        {state.state !== 'proposed' && (
          <>
            {' · '}
            <time dateTime={state.at}>{t(`stateOn.${state.state}`, { date: day(state.at) })}</time>
          </>
        )}
        {` · ${plan.title}`}
      </p>
      {state.state === 'declined' && <p className="max-w-reading whitespace-pre-line">{state.reason}</p>}
      {action.isGone && <p className="text-sm text-muted">{t('gone')}</p>}
      {isOtherLead && <p className="text-sm text-muted">{t('otherLead')}</p>}
    </>
  );
}

function LeadActs({
  followUp: { plan, action, lead, state },
  answer,
}: {
  followUp: FollowUp;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('followUps');
  const intent = `decline ${plan.id} ${action.id}`;
  const isRefused = answer?.result.initialValue?.intent === intent;
  const { form, field, refusal } = useFormAnswer(intent, isRefused ? answer : undefined, 'followUps');
  const { language } = useI18n();
  const institution = institutionShortName(lead, language);
  return (
    <div className="grid gap-2">
      {state.state !== 'accepted' && (
        <Form method="post" preventScrollReset>
          <Subject planId={plan.id} actionId={action.id} />
          <SubmitButton name="act" value="accept" size="small">
            {t('accept', { institution })}
          </SubmitButton>
        </Form>
      )}
      {state.state !== 'declined' && (
        <Disclosure
          title={t(state.state === 'accepted' ? 'takeBack' : 'decline')}
          isOpen={isRefused || undefined}
        >
          <Form method="post" preventScrollReset {...form} className="form mt-2">
            <Refusal refusal={refusal} />
            <input type="hidden" name="intent" value={intent} />
            <Subject planId={plan.id} actionId={action.id} />
            <TextArea label={t('reason')} hint={t('reasonHint')} rows={2} {...field('reason')} isRequired />
            <div className="form-actions">
              <SubmitButton name="act" value="decline" variant="secondary" size="small">
                {t('declineFor', { institution })}
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      )}
    </div>
  );
}

function ConvenorActs({ followUp: { plan, action, state, isOtherLead } }: { followUp: FollowUp }) {
  const { t } = useTranslation('followUps');
  const title = action.title || t('untitled');
  const canAsk = !action.isGone && (isOtherLead || state.state === 'declined');
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap gap-2">
      <Subject planId={plan.id} actionId={action.id} />
      {canAsk && (
        <SubmitButton name="act" value="ask" variant="secondary" size="small">
          {t('askAgain')}
        </SubmitButton>
      )}
      <SubmitButton
        name="act"
        value="unlink"
        variant="secondary"
        size="small"
        aria-label={t('unlinkThis', { title })}
      >
        {t('unlink')}
      </SubmitButton>
    </Form>
  );
}

function Subject({ planId, actionId }: { planId: string; actionId: string }) {
  return (
    <>
      <input type="hidden" name="planId" value={planId} />
      <input type="hidden" name="actionId" value={actionId} />
    </>
  );
}
