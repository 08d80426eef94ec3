import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CountryList, CountryMap, RecutNotice, ViewSwitch } from '#app/features/commitments';
import { readCountries } from '#app/features/commitments/country-page.server';
import { readFilters } from '#app/features/commitments/options.server';
import { ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { EmptyState, LinkButton, PageHeader, Pagination } from '#app/ui';
import { pageOf } from '#domain/lists/page';
import { matchesSearch } from '#domain/lists/search';

const size = 50;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const { rows, search, ...rest } = await readCountries(args, workspace);
  const [filters, progress] = await Promise.all([
    readFilters(args, workspace.id, {
      names: ['kind', 'year'],
      isFiscal: rest.choice.isFiscal,
      usualKind: 'committed',
    }),
    args.context.services.commitments.recutProgress(),
  ]);
  const found = rows.filter(({ code, name }) => matchesSearch(search, [code, name]));
  const page = Number(new URL(args.request.url).searchParams.get('page') ?? 1);
  return {
    title: await pageTitle(args, 'commitments:countries.title'),
    ...rest,
    mapped: rows.map(({ code, name, byKind }) => ({ code, name, sums: byKind[rest.kind] ?? [] })),
    list: pageOf(found, { page, size }),
    filters,
    progress,
  };
});

export default function Countries() {
  const { t } = useTranslation('commitments');
  const { list, mapped, kind, of, choice, base, localCurrency, filters, progress } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t('countries.title')}
        lead={t('countries.lead')}
        actions={<LinkButton to={`${base}/matrix`}>{t('list.matrix')}</LinkButton>}
      />
      <RecutNotice progress={progress} />
      <ViewSwitch localCurrency={localCurrency} />
      <ListToolbar
        searchLabel={t('countries.search')}
        filters={filters}
        exportTo={`${base}/countries.csv`}
        kept={['in', 'by']}
      />
      {list.total === 0 ? (
        <EmptyState
          level={2}
          title={t('countries.empty')}
          body={t('countries.emptyBody')}
          action={<LinkButton to={`${base}/commitments`}>{t('registry:section.commitments')}</LinkButton>}
        />
      ) : (
        <>
          <CountryMap rows={mapped} {...{ kind, choice, base, localCurrency }} />
          <CountryList rows={list.rows} {...{ base, choice, localCurrency, of }} />
        </>
      )}
      <Pagination page={list.page} pageSize={size} total={list.total} />
    </>
  );
}
