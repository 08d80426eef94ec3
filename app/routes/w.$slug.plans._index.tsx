import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ArchivedPlans, PlanCard } from '#app/features/plans/list';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { EmptyState, LinkButton, PageHeader } from '#app/ui';
import { instant } from '#domain/clock';
import { may } from '#domain/policy';
import type { PlanSummary } from '#server/features/plans';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { plans } = args.context.services;
  const workspaceId = workspace.id;
  const [summaries, archived] = await Promise.all([
    plans.overview({ actor, workspaceId }),
    plans.listPlans({ actor, workspaceId, isArchived: true }),
  ]);
  return {
    title: await pageTitle(args, 'managePlans:list.title'),
    slug: workspace.slug,
    now: instant(args.context.clock),
    canCreate: may(actor, 'plan.create', { workspaceId }),
    isArchive: new URL(args.request.url).searchParams.has('archived'),
    summaries,
    archived,
  };
});

export default function Plans() {
  const { slug, now, canCreate, isArchive, summaries, archived } = useLoaderData<typeof loader>();
  const { t } = useTranslation('managePlans');
  const at = `/w/${slug}/plans`;
  return (
    <>
      <PageHeader
        title={isArchive ? t('list.archived') : t('list.title')}
        lead={isArchive ? undefined : t('list.lead')}
        breadcrumbs={isArchive ? [{ to: at, label: t('list.title') }] : undefined}
        actions={
          canCreate &&
          !isArchive && (
            <LinkButton to={`${at}/new`} variant="primary" icon="add">
              {t('list.new')}
            </LinkButton>
          )
        }
      />
      {isArchive ? (
        <ArchivedPlans plans={archived} at={at} />
      ) : (
        <PlansInUse summaries={summaries} at={at} now={now} canCreate={canCreate} />
      )}
      {!isArchive && archived.length > 0 && (
        <p className="mt-6">
          <LinkButton to={`${at}?archived`} variant="quiet">
            {t('list.archivedCount', { count: archived.length })}
          </LinkButton>
        </p>
      )}
    </>
  );
}

function PlansInUse({
  summaries,
  at,
  now,
  canCreate,
}: {
  summaries: PlanSummary[];
  at: string;
  now: string;
  canCreate: boolean;
}) {
  const { t } = useTranslation('managePlans');
  if (summaries.length === 0) {
    return (
      <EmptyState
        level={2}
        title={t('list.empty.title')}
        body={canCreate ? t('list.empty.body') : t('list.empty.readerBody')}
        action={
          canCreate && (
            <LinkButton to={`${at}/new`} variant="primary">
              {t('list.new')}
            </LinkButton>
          )
        }
      />
    );
  }
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {summaries.map((summary) => (
        <li key={summary.plan.id}>
          <PlanCard summary={summary} at={at} now={now} />
        </li>
      ))}
    </ul>
  );
}
