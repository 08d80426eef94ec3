import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { DataTable } from '#app/ui';
import type { ListedWorkspace } from '#server/features/workspaces';

/** Every workspace of the instance, by size; the administrator is not inside of any by that alone. */
export function WorkspaceList({ rows, sort }: { rows: readonly ListedWorkspace[]; sort: string }) {
  const { t } = useTranslation('workspaces');
  const { number, day } = useFormat();
  return (
    <DataTable
      caption={t('administration:workspaces')}
      rows={rows}
      rowKey={({ id }) => id}
      sort={sort}
      columns={[
        {
          key: 'name',
          header: t('administration:name'),
          isRowHeader: true,
          isSortable: true,
          cell: ({ name, slug }) => (
            <>
              {name}
              <span className="block text-sm font-normal text-muted">{`/w/${slug}`}</span>
            </>
          ),
        },
        { key: 'currency', header: t('administration:currency'), cell: ({ currency }) => currency },
        {
          key: 'members',
          header: t('administration:members'),
          align: 'end',
          isSortable: true,
          cell: ({ memberCount }) => number(memberCount),
        },
        {
          key: 'institutions',
          header: t('administration:institutions'),
          align: 'end',
          cell: ({ institutionCount }) => number(institutionCount),
        },
        {
          key: 'created',
          header: t('administration:created'),
          isSortable: true,
          cell: ({ createdAt }) => day(createdAt),
        },
      ]}
    />
  );
}
