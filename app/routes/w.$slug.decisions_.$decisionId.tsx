import type { LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DecisionList, DecisionOrigin } from '#app/features/dialogues';
import { DeferralHistory, FollowUpList, LinkActionForms, TakeUpForms } from '#app/features/follow-ups';
import { handleFollowUp } from '#app/features/follow-ups/acts.server';
import { readChoices, readTakeUpChoices } from '#app/features/follow-ups/choices.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { EmptyState, PageHeader, Refusal, Section } from '#app/ui';
import { isInForce } from '#domain/dialogues/decision';
import type { DecisionId } from '#domain/ids';
import { may } from '#domain/policy';
import type { DeferralView } from '#server/features/dialogues';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const member = await requireMember(args);
  const { actor, workspace } = member;
  const workspaceId = workspace.id;
  const decisionId = args.params.decisionId as DecisionId;
  const { dialogues, followUps } = args.context.services;
  const asked = { actor, workspaceId, decisionId };
  const [shown, deferral, origin] = await Promise.all([
    followUps.showDecision(asked),
    dialogues.showDeferral(asked),
    dialogues.showDecisionOrigin(asked),
  ]);
  const mayLink = may(actor, 'followUp.link', { workspaceId });
  const mayTakeUp = deferral.isOpen && may(actor, 'dialogue.decide', { workspaceId });
  return {
    ...shown,
    title: shown.decision.reference,
    slug: workspace.slug,
    ...{ deferral, origin, mayLink },
    takeUp: mayTakeUp ? await readTakeUpChoices(args, member) : null,
    choices: mayLink && isInForce(shown.decision) ? await readChoices(args, member) : null,
  };
});

export const action = guardAction(handleFollowUp);

export default function Decision() {
  const { t } = useTranslation('followUps');
  const { slug, title, decision, deferral, origin, followUps, mayLink, takeUp, choices } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const formAnswer = answer && 'result' in answer ? answer : undefined;
  const isOfForm = formAnswer?.result.initialValue?.intent !== undefined;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[
          { to: `/w/${slug}/dialogues`, label: t('dialogues:list.title') },
          { to: `/w/${slug}/decisions`, label: t('dialogues:decision.register') },
        ]}
      />
      {answer && !isOfForm && <Refusal refusal={answer.refusal} />}
      <h2 className="sr-only">{t('dialogues:decision.heading')}</h2>
      <DecisionList slug={slug} decisions={[decision]} isDialogueShown isOwnPage />
      <DeferralHistory slug={slug} deferral={deferral} />
      <DecisionOrigin slug={slug} text={decision.text} origin={origin} />
      {takeUp && <TakeUpForms key={takenUpTimes(deferral)} {...{ ...takeUp, slug }} answer={formAnswer} />}
      {(decision.state !== 'deferred' || followUps.length > 0) && (
        <Section title={t('heading')} lead={t('headingLead')}>
          {followUps.length === 0 ? (
            <EmptyState title={t('none')} body={t(choices ? 'noneBody' : 'noneReader')} />
          ) : (
            <FollowUpList {...{ slug, followUps, mayLink }} answer={formAnswer} />
          )}
        </Section>
      )}
      {choices && <LinkActionForms {...choices} linked={followUps} answer={formAnswer} />}
    </>
  );
}

/** After each act the forms begin afresh. */
function takenUpTimes({ postponed, takenUp }: DeferralView): string {
  return `${postponed.length} ${takenUp?.at}`;
}
