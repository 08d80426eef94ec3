import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CycleList, useCycleFilters } from '#app/features/funding-cycles';
import { readCycleFilter } from '#app/features/funding-cycles/cycle-filter.server';
import { institutionOptions } from '#app/features/institutions';
import { DoneNotice, ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { EmptyState, LinkButton, PageHeader, Pagination } from '#app/ui';
import { sortText } from '#domain/lists/order';

const pageSize = 50;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { fundingCycles } = args.context.services;
  const { filter, years } = await readCycleFilter(args, workspace);
  const [page, partners, editable] = await Promise.all([
    fundingCycles.listCycles(workspace.id, { ...filter, size: pageSize }),
    fundingCycles.listCyclePartners(workspace.id),
    fundingCycles.listEditablePartners({ actor, workspaceId: workspace.id }),
  ]);
  return {
    title: await pageTitle(args, 'cycles:list.title'),
    slug: workspace.slug,
    page,
    sort: sortText(filter.sort),
    partners: institutionOptions(partners, filter.language),
    years,
    mayAdd: editable.length > 0,
  };
});

export default function Cycles() {
  const { t } = useTranslation('cycles');
  const { slug, page, sort, partners, years, mayAdd } = useLoaderData<typeof loader>();
  const { partner, kind, phase, view } = useCycleFilters({ partners });
  const year = { name: 'year', label: t('list.year'), any: t('list.anyYear'), options: years };
  const add = mayAdd && (
    <LinkButton to={`/w/${slug}/cycles/new`} variant="primary" icon="add">
      {t('list.new')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={add} />
      <DoneNotice keys={['saved', 'cycleRemoved']} />
      <ListToolbar
        searchLabel={t('list.search')}
        filters={[partner, kind, phase, view, year]}
        exportTo={`/w/${slug}/cycles.csv`}
      />
      {partners.length === 0 ? (
        <EmptyState
          level={2}
          title={t('list.empty')}
          body={t(mayAdd ? 'list.emptyBody' : 'list.emptyReader')}
          action={add || <LinkButton to={`/w/${slug}/partners`}>{t('registry:section.partners')}</LinkButton>}
        />
      ) : page.total === 0 ? (
        <EmptyState level={2} title={t('workspaces:list.nothing')} body={t('workspaces:list.nothingBody')} />
      ) : (
        <CycleList slug={slug} rows={page.rows} sort={sort} />
      )}
      <Pagination page={page.page} pageSize={pageSize} total={page.total} />
    </>
  );
}
