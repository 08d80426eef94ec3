import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActivityList, CommitmentsDone, RecutNotice, ViewSwitch } from '#app/features/commitments';
import { readActivityPage } from '#app/features/commitments/activity-page.server';
import { readFilters } from '#app/features/commitments/options.server';
import { activityPageSize } from '#app/features/commitments/page-size';
import { ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { EmptyState, LinkButton, MoreLinks, PageHeader, Pagination } from '#app/ui';
import { may } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const page = await readActivityPage(args, workspace);
  const [filters, progress] = await Promise.all([
    readFilters(args, workspace.id, {
      names: ['partner', 'country', 'theme', 'sector', 'kind', 'year', 'status', 'problem'],
      isFiscal: page.choice.isFiscal,
    }),
    args.context.services.commitments.recutProgress(),
  ]);
  return {
    title: await pageTitle(args, 'commitments:list.title'),
    ...page,
    filters,
    progress,
    mayEnter: may(actor, 'registry.import', { workspaceId: workspace.id }),
  };
});

export default function Commitments() {
  const { t } = useTranslation('commitments');
  const { list, sort, base, choice, localCurrency, countryNames, filters, progress, mayEnter } =
    useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const isFiltered = [...params.keys()].some((key) => !['in', 'by', 'sort', 'page', 'done'].includes(key));
  // Who looks at one partner's commitments enters that partner's.
  const partner = params.get('partner');
  const ofPartner = partner ? `?partner=${encodeURIComponent(partner)}` : '';
  const seeing = [
    { to: `${base}/commitments/facts`, label: t('list.facts') },
    { to: `${base}/matrix`, label: t('list.matrix') },
  ];
  const entering = [
    { to: `${base}/commitments/paste${ofPartner}`, label: t('list.paste') },
    { to: `${base}/resource-mapping`, label: t('registry:resourceMapping') },
  ];
  const enter = (
    <LinkButton to={`${base}/commitments/new${ofPartner}`} variant="primary" icon="add">
      {t('list.enter')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          <>
            {mayEnter && enter}
            <MoreLinks links={[...seeing, ...(mayEnter ? entering : [])]} />
          </>
        }
      />
      <CommitmentsDone />
      <RecutNotice progress={progress} />
      <ViewSwitch localCurrency={localCurrency} />
      <ListToolbar
        searchLabel={t('list.search')}
        filters={filters}
        exportTo={`${base}/commitments.csv`}
        workbookTo={`${base}/commitments.xlsx`}
        kept={['in', 'by']}
      />
      {list.total === 0 ? (
        <EmptyState
          level={2}
          title={t(isFiltered ? 'list.nothing' : 'list.empty')}
          body={t(isFiltered ? 'list.nothingBody' : 'list.emptyBody')}
          action={!isFiltered && mayEnter ? enter : undefined}
        />
      ) : (
        <ActivityList rows={list.rows} {...{ sort, base, choice, localCurrency, countryNames }} />
      )}
      <Pagination page={list.page} pageSize={activityPageSize} total={list.total} />
    </>
  );
}
