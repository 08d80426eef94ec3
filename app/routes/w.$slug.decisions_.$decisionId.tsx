import type { LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DecisionList } from '#app/features/dialogues';
import { FollowUpList, LinkActionForms } from '#app/features/follow-ups';
import { handleFollowUp } from '#app/features/follow-ups/acts.server';
import { institutionOptions } from '#app/features/institutions';
import { type Member, requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { readLanguage } from '#app/i18n/language.server';
import { EmptyState, PageHeader, Refusal, Section } from '#app/ui';
import { isInForce } from '#domain/dialogues/decision';
import type { DecisionId, PlanId } from '#domain/ids';
import { institutionShortName } from '#domain/institutions/name';
import { may } from '#domain/policy';
import { newId } from '#server/new-id';

/** As many actions as a plan can have. */
const everyAction = 10_000;

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const member = await requireMember(args);
  const { actor, workspace } = member;
  const workspaceId = workspace.id;
  const decisionId = args.params.decisionId as DecisionId;
  const shown = await args.context.services.followUps.showDecision({ actor, workspaceId, decisionId });
  const mayLink = may(actor, 'followUp.link', { workspaceId });
  return {
    ...shown,
    title: shown.decision.reference,
    slug: workspace.slug,
    mayLink,
    choices: mayLink && isInForce(shown.decision) ? await readChoices(args, member) : null,
  };
});

/** What a convenor chooses from: plans, the actions of one that somebody leads, and institutions. */
async function readChoices(args: LoaderFunctionArgs, { actor, workspace }: Member) {
  const { plans, institutions } = args.context.services;
  const workspaceId = workspace.id;
  const language = await readLanguage(args);
  const open = await plans.listPlans({ actor, workspaceId, isArchived: false });
  const wanted = new URL(args.request.url).searchParams.get('plan');
  const planId = (open.find(({ id }) => id === wanted) ?? open[0])?.id;
  if (!planId) return null;
  const filter = { planId: planId as PlanId, size: everyAction };
  const { rows } = await plans.listActions({ actor, workspaceId, filter });
  return {
    planId,
    plans: open.map(({ id, title }) => ({ value: id, label: title })),
    actions: rows.flatMap(({ id, title, lead }) =>
      lead && title ? { value: id, label: `${title} (${institutionShortName(lead, language)})` } : [],
    ),
    leads: institutionOptions(await institutions.listInstitutionLabels(workspaceId, language), language),
    freshId: newId(),
  };
}

export const action = guardAction(handleFollowUp);

export default function Decision() {
  const { t } = useTranslation('followUps');
  const { slug, title, decision, followUps, mayLink, choices } = useLoaderData<typeof loader>();
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
      <Section title={t('heading')} lead={t('lead_text')}>
        {followUps.length === 0 ? (
          <EmptyState title={t('none')} body={t(choices ? 'noneBody' : 'noneReader')} />
        ) : (
          <FollowUpList slug={slug} followUps={followUps} mayLink={mayLink} />
        )}
      </Section>
      {choices && <LinkActionForms {...choices} answer={formAnswer} />}
    </>
  );
}
