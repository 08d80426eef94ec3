import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, type Column, DataTable, Money, VisuallyHidden } from '#app/ui';
import { sumByCurrency } from '#domain/money';
import type { CycleEnvelope } from '#server/features/funding-cycles';

type Row = CycleEnvelope & { countryName: string | null };

/** Envelopes with their total in each currency, which are never added to one another. */
export function EnvelopeTable({ envelopes, mayEdit }: { envelopes: readonly Row[]; mayEdit: boolean }) {
  const { t } = useTranslation('cycles');
  const { dateRange, date } = useFormat();
  const columns: Column<Row>[] = [
    {
      key: 'country',
      header: t('event.country'),
      isRowHeader: true,
      cell: ({ countryName }) => countryName ?? t('event.allCountries'),
      footer: t('envelope.total'),
    },
    {
      key: 'theme',
      header: t('envelope.theme'),
      cell: ({ theme }) => (theme ? t(`plans:theme.${theme}`) : t('envelope.anyTheme')),
    },
    {
      key: 'status',
      header: t('envelope.status'),
      cell: ({ status }) => (
        <Badge tone={status === 'committed' ? 'positive' : 'neutral'}>{t(`status.${status}`)}</Badge>
      ),
    },
    {
      key: 'amount',
      header: t('envelope.amount'),
      align: 'end',
      cell: (row) => <Amount row={row} />,
      footer: <Totals envelopes={envelopes} />,
    },
    {
      key: 'period',
      header: t('list.period'),
      cell: ({ periodStart, periodEnd }) =>
        periodStart && periodEnd ? (
          <span className="whitespace-nowrap">{dateRange(periodStart, periodEnd)}</span>
        ) : periodStart ? (
          date(periodStart)
        ) : (
          '–'
        ),
    },
    { key: 'source', header: t('event.source'), cell: ({ sourceText }) => sourceText || '–' },
    {
      key: 'actions',
      header: t('workspaces:list.actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: ({ id, source, amountText }) =>
        source === 'hand' && (
          <Link to={`envelopes/${id}`}>
            {t('event.change')}
            <VisuallyHidden>{` – ${amountText}`}</VisuallyHidden>
          </Link>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('envelope.titlePlural')}
      rows={envelopes}
      rowKey={({ id }) => id}
      columns={mayEdit ? columns : columns.slice(0, -1)}
    />
  );
}

/** What was published and is no decimal is shown as it was, and is in no total. */
function Amount({ row: { amount, amountText, currency } }: { row: Row }) {
  const { t } = useTranslation('cycles');
  if (amount !== null && currency !== null) return <Money amount={amount} currency={currency} />;
  return <>{`${amountText} (${t('envelope.unread')})`}</>;
}

function Totals({ envelopes }: { envelopes: readonly Row[] }) {
  const counted = envelopes.flatMap(({ amount, currency }) =>
    amount !== null && currency !== null ? [{ amount, currency }] : [],
  );
  return (
    <>
      {Object.entries(sumByCurrency(counted)).map(([currency, amount]) => (
        <span key={currency} className="block">
          <Money amount={amount} currency={currency} />
        </span>
      ))}
    </>
  );
}
