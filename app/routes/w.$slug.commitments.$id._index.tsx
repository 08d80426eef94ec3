import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActivityFacts, ActivityFactsList, CommitmentsDone, RecutNotice } from '#app/features/commitments';
import { countryNamesOf, sectorNamesOf } from '#app/features/commitments/options.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { ConfirmButton, EmptyState, LinkButton, Notice, PageHeader, Refusal, Section } from '#app/ui';
import type { ActivityId } from '#domain/ids';
import { may } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { findActivity, subjectOf, recutProgress } = args.context.services.commitments;
  const [activity, language, progress] = await Promise.all([
    findActivity(workspace.id, args.params.id as ActivityId),
    readLanguage(args),
    recutProgress(),
  ]);
  const shares = [...activity.record.shares, ...activity.record.facts.flatMap((fact) => fact.shares)];
  const codes = (kind: string) => shares.filter((share) => share.kind === kind).map(({ code }) => code);
  return {
    title: await pageTitle(args, 'commitments:activity.title', { name: activity.record.title }),
    base: `/w/${workspace.slug}`,
    localCurrency: workspace.currency,
    activity,
    progress,
    countryNames: countryNamesOf(codes('country'), language),
    sectorNames: await sectorNamesOf(codes('sector'), language),
    mayEdit: may(actor, 'partner.edit', await subjectOf(workspace.id, activity.partnerId)),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const activityId = args.params.id as ActivityId;
  await args.context.services.commitments.removeActivity({ actor, workspaceId: workspace.id, activityId });
  return redirect(`/w/${workspace.slug}/commitments?done=removed`);
});

export default function ActivityPage() {
  const { t } = useTranslation('commitments');
  const { base, localCurrency, activity, progress, countryNames, sectorNames, mayEdit } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { record, facts, problems } = activity;
  const name = record.title || record.identifier || t('list.untitled');
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[{ to: `${base}/commitments`, label: t('list.title') }]}
        actions={
          <>
            <LinkButton to={`${base}/commitments/facts?activity=${activity.id}`}>
              {t('activity.parts')}
            </LinkButton>
            {mayEdit && (
              <LinkButton to="edit" variant="primary">
                {t('activity.edit')}
              </LinkButton>
            )}
          </>
        }
      />
      <CommitmentsDone />
      {answer && <Refusal refusal={answer.refusal} />}
      <RecutNotice progress={progress} />
      {problems.length > 0 && (
        <Notice tone="warning" title={t('activity.problems')}>
          <ul className="list-disc ps-5">
            {problems.map((problem) => (
              <li key={problem}>{t(`problemText.${problem}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ActivityFactsList activity={activity} {...{ base, countryNames, sectorNames }} />
      <Section title={t('activity.facts')} lead={t('activity.factsLead')}>
        {facts.length === 0 ? (
          <EmptyState title={t('activity.noFacts')} body={t('activity.noFactsBody')} />
        ) : (
          <ActivityFacts facts={facts} localCurrency={localCurrency} />
        )}
      </Section>
      {mayEdit && (
        <Section title={t('activity.removeTitle')} lead={t('activity.removeLead')}>
          <ConfirmButton
            label={t('activity.remove')}
            button={{ variant: 'danger' }}
            title={t('activity.removeQuestion', { name })}
            confirmLabel={t('activity.remove')}
            fields={{ intent: 'remove' }}
          >
            <p>{t('activity.removeLead')}</p>
          </ConfirmButton>
        </Section>
      )}
    </>
  );
}
