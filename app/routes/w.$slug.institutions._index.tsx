import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { InstitutionList, useKindFilter } from '#app/features/institutions';
import { readInstitutionFilter } from '#app/features/institutions/institution-filter.server';
import { DoneNotice, ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { countryName } from '#app/i18n/names.server';
import { EmptyState, LinkButton, PageHeader, Pagination } from '#app/ui';
import { sortText } from '#domain/lists/order';
import { may } from '#domain/policy';

const pageSize = 50;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const filter = await readInstitutionFilter(args);
  const page = await args.context.services.institutions.listInstitutions(workspace.id, {
    ...filter,
    size: pageSize,
  });
  return {
    title: await pageTitle(args, 'institutions:list.title'),
    slug: workspace.slug,
    page: {
      ...page,
      rows: page.rows.map((row) => ({ ...row, country: countryName(row.country, filter.language) })),
    },
    sort: sortText(filter.sort),
    mayAdd: may(actor, 'institution.invite', { workspaceId: workspace.id }),
  };
});

export default function Institutions() {
  const { t } = useTranslation('institutions');
  const { slug, page, sort, mayAdd } = useLoaderData<typeof loader>();
  const kindFilter = useKindFilter();
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          mayAdd && (
            <LinkButton to="add" variant="primary" icon="add">
              {t('list.add')}
            </LinkButton>
          )
        }
      />
      <DoneNotice keys={['institutionRemoved']} />
      <ListToolbar
        searchLabel={t('list.search')}
        filters={[kindFilter]}
        exportTo={`/w/${slug}/institutions.csv`}
      />
      {page.total === 0 ? (
        <EmptyState level={2} title={t('workspaces:list.nothing')} body={t('workspaces:list.nothingBody')} />
      ) : (
        <InstitutionList
          rows={page.rows}
          sort={sort}
          to={({ id }) => `/w/${slug}/institutions/${id}`}
          count={{ header: t('list.members'), of: ({ memberCount }) => memberCount, isSortable: true }}
        />
      )}
      <Pagination page={page.page} pageSize={pageSize} total={page.total} />
    </>
  );
}
