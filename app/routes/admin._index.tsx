import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ListToolbar, WorkspaceList } from '#app/features/workspaces';
import { requireAdministrator } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { readListParams } from '#app/http/list-params';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { EmptyState, LinkButton, Pagination } from '#app/ui';
import { sortText } from '#domain/lists/order';
import { workspaceSorts } from '#domain/lists/sorts';

const size = 50;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor } = await requireAdministrator(args);
  const { search, sort, page } = readListParams(args.request, { sorts: workspaceSorts, fallback: 'name' });
  const { listWorkspaces } = args.context.services.workspaces;
  return {
    title: await pageTitle(args, 'administration:workspaces'),
    list: await listWorkspaces({ actor, search, sort, page, size }),
    sort: sortText(sort),
    search,
  };
});

export default function AdminWorkspaces() {
  const { t } = useTranslation('workspaces');
  const { list, sort, search } = useLoaderData<typeof loader>();
  const create = (
    <LinkButton to="/admin/workspaces/new" variant="primary" icon="add">
      {t('administration:create')}
    </LinkButton>
  );
  if (list.total === 0 && search === '') {
    return (
      <EmptyState
        level={2}
        title={t('administration:none')}
        body={t('administration:noneBody')}
        action={create}
      />
    );
  }
  return (
    <>
      <div className="mb-4">{create}</div>
      <ListToolbar searchLabel={t('administration:search')} filters={[]} exportTo="/admin/workspaces.csv" />
      {list.total === 0 ? (
        <EmptyState level={2} title={t('list.nothing')} body={t('list.nothingBody')} />
      ) : (
        <WorkspaceList rows={list.rows} sort={sort} />
      )}
      <Pagination page={list.page} pageSize={size} total={list.total} />
    </>
  );
}
