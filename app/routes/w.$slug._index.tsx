import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ActivityList } from '#app/features/activity';
import { Ahead, PlanFigures } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { useFormat } from '#app/i18n/format';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { useI18n } from '#app/i18n/use-i18n';
import { EmptyState, LinkButton, PageHeader, Section } from '#app/ui';
import { fiscalYearOf } from '#domain/calendars';
import { instant } from '#domain/clock';
import { may } from '#domain/policy';

export const meta = titleFromData;

const recent = { institutionId: null, group: null, before: null, limit: 8 };

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { plans, activity, workspaces, followUps, dialogues } = args.context.services;
  const workspaceId = workspace.id;
  const nowMs = args.context.clock.now().getTime();
  const [summaries, page, calendars, language, awaited, ahead] = await Promise.all([
    plans.overview({ actor, workspaceId }),
    activity.listActivity({ actor, workspaceId, filter: recent }),
    workspaces.listFiscalCalendars(workspaceId),
    readLanguage(args),
    followUps.listAwaited({ actor, workspaceId }),
    dialogues.listAhead({ actor, workspaceId, nowMs }),
  ]);
  const now = instant(args.context.clock);
  return {
    title: `${workspace.name} · ${serverI18n(language).t('common:productName')}`,
    workspace: { name: workspace.name, slug: workspace.slug, currency: workspace.currency },
    fiscalYear: fiscalYearOf(now.slice(0, 10), calendars),
    summaries,
    entries: page.entries,
    ...{ awaited, ahead },
    mayCreate: may(actor, 'plan.create', { workspaceId }),
    now,
  };
});

export default function Overview() {
  const t = useI18n().getFixedT(null, 'home');
  const { fiscalYear: yearLabel } = useFormat();
  const { workspace, fiscalYear, summaries, entries, awaited, ahead, mayCreate, now } =
    useLoaderData<typeof loader>();
  const { slug } = workspace;
  return (
    <>
      <PageHeader
        title={workspace.name}
        lead={t('overview.lead', { year: yearLabel(fiscalYear), currency: workspace.currency })}
      />
      {summaries.length === 0 && (
        <EmptyState
          level={2}
          title={t('overview.noPlan')}
          body={t(mayCreate ? 'overview.noPlanBody' : 'overview.noPlanReader')}
          action={
            mayCreate && (
              <LinkButton to={`/w/${slug}/plans/new`} variant="primary" icon="add">
                {t('overview.startPlan')}
              </LinkButton>
            )
          }
        />
      )}
      {summaries.map((summary) => (
        <PlanFigures key={summary.plan.id} slug={slug} summary={summary} />
      ))}
      <Ahead slug={slug} awaited={awaited} dialogues={ahead} />
      <Section
        title={t('overview.activity')}
        actions={entries.length > 0 && <Link to={`/w/${slug}/activity`}>{t('overview.allActivity')}</Link>}
      >
        {entries.length === 0 ? (
          <EmptyState title={t('activity:empty.title')} body={t('activity:empty.body')} />
        ) : (
          <ActivityList entries={entries} slug={slug} now={now} />
        )}
      </Section>
    </>
  );
}
