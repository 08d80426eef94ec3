import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { type Column, DataTable, InstitutionBadge, Money } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import type { ListedPart } from '#server/features/commitments';
import { ConvertedAmount } from './converted-amount';
import type { MoneyChoice } from './money-choice';

/** The rows behind a figure: what of each fact it counts, with the rate by which it was converted. */
export function FactList({
  rows,
  sort,
  isSortable,
  base,
  choice,
  localCurrency,
  countryNames,
  sectorNames,
}: {
  rows: readonly ListedPart[];
  sort: string | null;
  /** Too many rows stay in their usual order. */
  isSortable: boolean;
  base: string;
  choice: MoneyChoice;
  localCurrency: string;
  countryNames: Record<string, string>;
  sectorNames: Record<string, string>;
}) {
  const { t, i18n } = useTranslation('commitments');
  const { date, day } = useFormat();
  const columns: Column<ListedPart>[] = [
    {
      key: 'activity',
      header: t('list.activity'),
      isRowHeader: true,
      isSortable,
      cell: ({ activityId, title, identifier, partner: { kind, acronym, names }, ...row }) => (
        <span className="grid gap-1 md:min-w-32">
          <Link to={`${base}/commitments/${activityId}`}>{title || identifier || t('list.untitled')}</Link>
          <InstitutionBadge kind={kind} acronym={acronym} name={institutionName(names, i18n.language)} />
          <span className="text-sm text-muted font-normal">
            {[t(`source.${row.source}`), row.sourceText, day(row.setAt)].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    },
    { key: 'kind', header: t('filter.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: 'country',
      header: t('filter.country'),
      cell: ({ country }) => (country === '' ? t('filter.without') : (countryNames[country] ?? country)),
    },
    {
      key: 'sector',
      header: t('facts.sectorTheme'),
      cell: ({ sector, theme }) => (
        <span>
          {sector === '' ? t('facts.noSector') : `${sector} – ${sectorNames[sector] ?? ''}`}
          <span className="block text-sm text-muted">
            {theme === '' ? t('facts.noTheme') : t(`plans:theme.${theme}`)}
          </span>
        </span>
      ),
    },
    {
      key: 'year',
      header: choice.isFiscal ? t('filter.fiscalYear') : t('filter.year'),
      isSortable,
      cell: ({ year, fiscalYearStart, periodStart, periodEnd }) => (
        <span>
          {year === 0 && t('facts.noDate')}
          {year !== 0 && !choice.isFiscal && year}
          {year !== 0 && choice.isFiscal && t('facts.fiscalFrom', { date: date(fiscalYearStart ?? '') })}
          <span className="block whitespace-nowrap text-sm text-muted">
            {periodStart && date(periodStart)}
            {periodEnd && periodEnd !== periodStart && ` – ${date(periodEnd)}`}
          </span>
        </span>
      ),
    },
    {
      key: 'amount',
      header: t('facts.counted'),
      align: 'end',
      isSortable,
      cell: ({ amount, currency, factAmount }) => (
        <span>
          <Money amount={amount} currency={currency} />
          {factAmount !== null && Number(factAmount) !== Number(amount) && (
            <span className="block text-sm text-muted">
              {t('facts.partOf')} <Money amount={factAmount} currency={currency} />
            </span>
          )}
        </span>
      ),
    },
  ];
  if (choice.view !== 'original') {
    const currency = choice.view === 'usd' ? 'USD' : localCurrency;
    columns.push({
      key: choice.view,
      header: currency,
      align: 'end',
      isSortable,
      cell: (row) => (
        <ConvertedAmount
          original={row.currency}
          currency={currency}
          valueDate={row.valueDate}
          amount={choice.view === 'usd' ? row.usd : row.local}
          rate={choice.view === 'usd' ? row.usdRate : row.localRate}
          source={choice.view === 'usd' ? row.usdSource : row.localSource}
        />
      ),
    });
  }
  return (
    <DataTable
      caption={t('facts.title')}
      rows={rows}
      rowKey={({ factId, position }) => `${factId} ${position}`}
      sort={sort}
      columns={columns}
    />
  );
}
