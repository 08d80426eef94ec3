import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, type Column, DataTable, Money } from '#app/ui';
import type { FoundActivity } from '#server/features/commitments';
import { ConvertedAmount } from './converted-amount';

type Fact = FoundActivity['facts'][number];

/** Every fact of an activity as it was entered or published, those that count for nothing too. */
export function ActivityFacts({ facts, localCurrency }: { facts: readonly Fact[]; localCurrency: string }) {
  const { t } = useTranslation('commitments');
  const { date, day } = useFormat();
  const converted = (currency: string, which: 'usd' | 'local'): Column<Fact> => ({
    key: which,
    header: currency,
    align: 'end',
    cell: (fact) => (
      <ConvertedAmount
        original={fact.currency}
        currency={currency}
        valueDate={fact.valueDate}
        amount={fact[which]}
        rate={fact[`${which}Rate`]}
        source={fact[`${which}Source`]}
      />
    ),
  });
  const columns: Column<Fact>[] = [
    {
      key: 'kind',
      header: t('filter.kind'),
      isRowHeader: true,
      cell: ({ kind, isCounted, isRevised, certainty, instrument }) => (
        <span className="grid gap-1 justify-items-start">
          {t(`kind.${kind}`)}
          {isRevised && <Badge>{t('activity.revised')}</Badge>}
          {!isCounted && <Badge tone="warning">{t('activity.replaced')}</Badge>}
          {(instrument || certainty) && (
            <span className="text-sm text-muted">
              {[instrument && t(`instrument.${instrument}`), certainty && t(`certainty.${certainty}`)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'period',
      header: t('list.period'),
      cell: ({ periodStart, periodEnd, valueDate }) => (
        <span className="whitespace-nowrap">
          {periodStart ? date(periodStart) : t('facts.noDate')}
          {periodEnd && periodEnd !== periodStart && ` – ${date(periodEnd)}`}
          {valueDate && valueDate !== periodStart && (
            <span className="block text-sm text-muted">
              {t('activity.valueDate', { date: date(valueDate) })}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'amount',
      header: t('form.amount'),
      align: 'end',
      cell: ({ amount, amountText, currency }) =>
        amount === null ? (
          t('activity.unread', { text: amountText })
        ) : (
          <Money amount={amount} currency={currency ?? ''} />
        ),
    },
    converted('USD', 'usd'),
    ...(localCurrency === 'USD' ? [] : [converted(localCurrency, 'local')]),
    {
      key: 'about',
      header: t('activity.about'),
      cell: ({ providerName, receiverName, note, source, sourceText, setAt }) => (
        <span className="text-sm">
          {(providerName || receiverName) && (
            <span className="block">{[providerName || '…', receiverName || '…'].join(' → ')}</span>
          )}
          {note && <span className="block">{note}</span>}
          <span className="block text-muted">
            {[t(`source.${source}`), sourceText, day(setAt)].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    },
  ];
  return <DataTable caption={t('activity.facts')} rows={facts} rowKey={({ id }) => id} columns={columns} />;
}
