import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { InstitutionList, useKindFilter } from '#app/features/institutions';
import { readInstitutionFilter } from '#app/features/institutions/institution-filter.server';
import { DoneNotice, ListToolbar } from '#app/features/workspaces';
import { requireAdministrator } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { countryName } from '#app/i18n/names.server';
import { EmptyState, LinkButton, Pagination } from '#app/ui';
import { sortText } from '#domain/lists/order';

const size = 50;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor } = await requireAdministrator(args);
  const filter = await readInstitutionFilter(args);
  const page = await args.context.services.institutions.listDirectory(actor, { ...filter, size });
  return {
    title: await pageTitle(args, 'institutions:directory.title'),
    page: {
      ...page,
      rows: page.rows.map((row) => ({ ...row, country: countryName(row.country, filter.language) })),
    },
    sort: sortText(filter.sort),
  };
});

export default function Directory() {
  const { t } = useTranslation('institutions');
  const { page, sort } = useLoaderData<typeof loader>();
  const kindFilter = useKindFilter();
  return (
    <>
      <p className="mb-4 max-w-reading text-muted">{t('directory.lead')}</p>
      <div className="mb-4">
        <LinkButton to="/admin/institutions/new" variant="primary" icon="add">
          {t('directory.new')}
        </LinkButton>
      </div>
      <DoneNotice keys={['saved']} />
      <ListToolbar searchLabel={t('list.search')} filters={[kindFilter]} exportTo="/admin/institutions.csv" />
      {page.total === 0 ? (
        <EmptyState level={2} title={t('workspaces:list.nothing')} body={t('workspaces:list.nothingBody')} />
      ) : (
        <InstitutionList
          rows={page.rows}
          sort={sort}
          to={({ id }) => `/admin/institutions/${id}`}
          count={{
            header: t('directory.workspaces'),
            of: ({ workspaceCount }) => workspaceCount,
            isSortable: false,
          }}
        />
      )}
      <Pagination page={page.page} pageSize={size} total={page.total} />
    </>
  );
}
