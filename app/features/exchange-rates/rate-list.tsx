import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { DataTable } from '#app/ui';

interface Row {
  currency: string;
  year: number;
  area: string;
  perUsd: string;
  source: string;
  setAt: string;
}

export function RateList({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation('rates');
  const { decimal, day } = useFormat();
  return (
    <DataTable
      caption={t('list.title')}
      rows={rows}
      rowKey={({ currency, year, area }) => `${currency} ${year} ${area}`}
      columns={[
        { key: 'currency', header: t('list.currency'), isRowHeader: true, cell: ({ currency }) => currency },
        { key: 'year', header: t('list.year'), cell: ({ year }) => year },
        { key: 'area', header: t('list.area'), cell: ({ area }) => area },
        { key: 'rate', header: t('list.perUsd'), align: 'end', cell: ({ perUsd }) => decimal(perUsd) },
        { key: 'source', header: t('list.source'), cell: ({ source }) => source },
        { key: 'set', header: t('list.set'), cell: ({ setAt }) => day(setAt) },
      ]}
    />
  );
}
