import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DecisionList } from '#app/features/dialogues';
import { readDecisionFilter } from '#app/features/dialogues/filters.server';
import { AwaitedNotice } from '#app/features/follow-ups';
import { ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { EmptyState, LinkButton, PageHeader, Pagination } from '#app/ui';
import { decisionSorts } from '#domain/lists/sorts';

const pageSize = 25;
const states = ['adopted', 'amended', 'deferred', 'superseded'];
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const filter = { ...readDecisionFilter(args.request), size: pageSize };
  const { dialogues, followUps } = args.context.services;
  const asked = { actor, workspaceId: workspace.id };
  return {
    title: await pageTitle(args, 'dialogues:decision.register'),
    slug: workspace.slug,
    page: await dialogues.pageDecisions(asked, filter),
    awaited: await followUps.listAwaited(asked),
  };
});

export default function Decisions() {
  const { t } = useTranslation('dialogues');
  const { slug, page, awaited } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const isFiltered = ['q', 'state'].some((name) => params.get(name));
  return (
    <>
      <PageHeader
        title={t('decision.register')}
        lead={`${t('meetings:register.lead')} ${t('followUps:registerNumbers')}`}
        breadcrumbs={[{ to: `/w/${slug}/dialogues`, label: t('list.title') }]}
      />
      <AwaitedNotice slug={slug} awaited={awaited} />
      <ListToolbar
        searchLabel={t('meetings:register.search')}
        filters={[
          {
            name: 'state',
            label: t('meetings:list.state'),
            any: t('meetings:list.anyState'),
            options: states.map((value) => ({ value, label: t(`decisionState.${value}`) })),
          },
          {
            name: 'sort',
            label: t('meetings:register.sort'),
            any: t('meetings:register.sortLatest'),
            options: decisionSorts.map((value) => ({ value, label: t(`meetings:register.sort_${value}`) })),
          },
        ]}
        exportTo={`/w/${slug}/decisions.csv`}
      />
      {page.total > 0 && <h2 className="sr-only">{t('decision.heading')}</h2>}
      <DecisionList slug={slug} decisions={page.rows} isDialogueShown />
      {page.total === 0 && (
        <EmptyState
          level={2}
          title={t(isFiltered ? 'meetings:list.nothing' : 'meetings:register.none')}
          body={t(isFiltered ? 'meetings:list.nothingBody' : 'meetings:register.noneBody')}
          action={!isFiltered && <LinkButton to={`/w/${slug}/dialogues`}>{t('list.title')}</LinkButton>}
        />
      )}
      <Pagination page={page.page} pageSize={pageSize} total={page.total} />
    </>
  );
}
