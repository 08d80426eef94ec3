import { useTranslation } from 'react-i18next';
import { type Column, DataTable, EmptyState } from '#app/ui';
import { type FactKind, fundingKinds } from '#domain/commitments/kinds';
import { type MoneySums, mergeSums } from '#domain/commitments/money-sums';
import type { MoneyChoice } from './money-choice';
import { SumsCell } from './sums-cell';

interface Row {
  label: string | null;
  year: number | null;
  fiscalYear: string | null;
  byKind: Partial<Record<FactKind, MoneySums>>;
}

const shownKinds = [...fundingKinds, 'budget', 'planned'] as const;

/** What a country got by year and kind; each figure opens to its rows, and so does each total. */
export function CountryYears({
  rows,
  country,
  base,
  choice,
  localCurrency,
}: {
  rows: readonly Row[];
  country: string;
  base: string;
  choice: MoneyChoice;
  localCurrency: string;
}) {
  const { t } = useTranslation('commitments');
  if (rows.length === 0) return <EmptyState title={t('country.noFacts')} body={t('country.noFactsBody')} />;
  const columns: Column<Row>[] = [
    {
      key: 'year',
      header: choice.isFiscal ? t('filter.fiscalYear') : t('filter.year'),
      isRowHeader: true,
      cell: ({ label }) => label ?? t('facts.noDate'),
      footer: t('country.allYears'),
    },
    ...shownKinds
      .filter((kind) => rows.some(({ byKind }) => byKind[kind]))
      .map(
        (kind): Column<Row> => ({
          key: kind,
          header: t(`kind.${kind}`),
          align: 'end',
          cell: ({ byKind, year, fiscalYear }) => (
            <SumsCell
              sums={byKind[kind] ?? []}
              filter={{ country, kind, year, fiscalYear }}
              {...{ choice, localCurrency, base }}
              isWhole
            />
          ),
          footer: (
            <SumsCell
              sums={mergeSums(rows.flatMap(({ byKind }) => byKind[kind] ?? []))}
              filter={{ country, kind }}
              {...{ choice, localCurrency, base }}
              isWhole
            />
          ),
        }),
      ),
  ];
  return (
    <DataTable
      caption={t('country.byYearTable')}
      rows={rows}
      rowKey={({ year, fiscalYear }) => `${year} ${fiscalYear}`}
      columns={columns}
      narrow="scroll"
    />
  );
}
