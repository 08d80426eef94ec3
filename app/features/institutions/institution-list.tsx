import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { type Column, DataTable, InstitutionBadge } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import type { ListedInstitution } from '#server/features/institutions';

type Row = Omit<ListedInstitution, 'country'> & { country: string | null };

/** Institutions with their kind, country (already in words) and a count that the caller names. */
export function InstitutionList<R extends Row>({
  rows,
  sort,
  to,
  count,
}: {
  rows: readonly R[];
  sort: string;
  to: (row: R) => string;
  count: { header: string; of: (row: R) => number; isSortable: boolean };
}) {
  const { t, i18n } = useTranslation('institutions');
  const { day, number } = useFormat();
  const columns: Column<R>[] = [
    {
      key: 'name',
      header: t('list.name'),
      isRowHeader: true,
      isSortable: true,
      cell: (row) => (
        <Link to={to(row)} className="no-underline">
          <InstitutionBadge
            kind={row.kind}
            acronym={row.acronym}
            name={institutionName(row.names, i18n.language)}
            isFull
          />
        </Link>
      ),
    },
    { key: 'kind', header: t('list.kind'), isSortable: true, cell: ({ kind }) => t(`ui:kind.${kind}`) },
    { key: 'country', header: t('list.country'), cell: ({ country }) => country ?? t('form.international') },
    {
      key: 'members',
      header: count.header,
      align: 'end',
      isSortable: count.isSortable,
      cell: (row) => number(count.of(row)),
    },
    {
      key: 'joined',
      header: t('list.since'),
      isSortable: true,
      cell: ({ joinedAt }) => (
        <time dateTime={joinedAt} className="whitespace-nowrap">
          {day(joinedAt)}
        </time>
      ),
    },
  ];
  return (
    <DataTable caption={t('list.title')} rows={rows} rowKey={({ id }) => id} sort={sort} columns={columns} />
  );
}
