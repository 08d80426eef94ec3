import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '#app/ui';
import { type FactKind, fundingKinds } from '#domain/commitments/kinds';
import type { MoneySums } from '#domain/commitments/money-sums';
import { keptParams, type MoneyChoice } from './money-choice';
import { SumsCell } from './sums-cell';

interface Row {
  code: string;
  name: string | null;
  byKind: Partial<Record<FactKind, MoneySums>>;
}

/** Countries with what was pledged, committed, disbursed and spent for each; the kinds are never added up. */
export function CountryList({
  rows,
  base,
  choice,
  localCurrency,
  of,
}: {
  rows: readonly Row[];
  base: string;
  choice: MoneyChoice;
  localCurrency: string;
  of: { year: number | null; fiscalYear: string | null };
}) {
  const { t } = useTranslation('commitments');
  const kept = new URLSearchParams(keptParams(choice));
  const columns: Column<Row>[] = [
    {
      key: 'country',
      header: t('filter.country'),
      isRowHeader: true,
      cell: ({ code, name }) =>
        code === '' ? t('countries.none') : <Link to={`${base}/countries/${code}?${kept}`}>{name}</Link>,
    },
    ...fundingKinds.map(
      (kind): Column<Row> => ({
        key: kind,
        header: t(`kind.${kind}`),
        align: 'end',
        cell: ({ code, byKind }) => (
          <SumsCell
            sums={byKind[kind] ?? []}
            filter={{ country: code, kind, ...of }}
            {...{ choice, localCurrency, base }}
            isWhole
          />
        ),
      }),
    ),
  ];
  return (
    <DataTable caption={t('countries.title')} rows={rows} rowKey={({ code }) => code} columns={columns} />
  );
}
