import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, EmptyState, InstitutionBadge, Pagination } from '#app/ui';
import { fundingKinds } from '#domain/commitments/kinds';
import { institutionName } from '#domain/institutions/name';
import type { Page } from '#domain/lists/page';
import type { CountryPartner } from '#server/features/commitments';
import type { MoneyChoice } from './money-choice';
import { SumsCell } from './sums-cell';

/** Who has money in a country. */
export function CountryPartners({
  list,
  country,
  of,
  base,
  choice,
  localCurrency,
}: {
  list: Page<CountryPartner>;
  country: string;
  of: { year: number | null; fiscalYear: string | null };
  base: string;
  choice: MoneyChoice;
  localCurrency: string;
}) {
  const { t, i18n } = useTranslation('commitments');
  if (list.total === 0) return <EmptyState title={t('country.nobody')} body={t('country.nobodyBody')} />;
  const columns: Column<CountryPartner>[] = [
    {
      key: 'partner',
      header: t('filter.partner'),
      isRowHeader: true,
      cell: ({ partner: { id, kind, acronym, names } }) => (
        <Link to={`${base}/commitments?partner=${id}&country=${country}`} className="no-underline">
          <InstitutionBadge
            kind={kind}
            acronym={acronym}
            name={institutionName(names, i18n.language)}
            isFull
          />
        </Link>
      ),
    },
    ...fundingKinds.map(
      (kind): Column<CountryPartner> => ({
        key: kind,
        header: t(`kind.${kind}`),
        align: 'end',
        cell: ({ partner, byKind }) => (
          <SumsCell
            sums={byKind[kind] ?? []}
            filter={{ country, kind, partnerId: partner.id, ...of }}
            {...{ choice, localCurrency, base }}
          />
        ),
      }),
    ),
  ];
  return (
    <>
      <DataTable
        caption={t('country.active')}
        rows={list.rows}
        rowKey={({ partner }) => partner.id}
        columns={columns}
      />
      <Pagination page={list.page} pageSize={50} total={list.total} />
    </>
  );
}
