import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Disclosure, Money } from '#app/ui';
import type { IatiSummary } from '#domain/partners/iati';

/** What the file holds: counts, and exact sums by type and currency, never across currencies. */
export function ImportSums({ summary }: { summary: IatiSummary }) {
  const { t } = useTranslation('iati');
  const { number } = useFormat();
  const { activities, organisations, transactions, budgets, plannedDisbursements, organisationBudgets } =
    summary;
  const sums = [
    ...transactions.byType.map(({ type, ...sum }) => ({
      ...sum,
      label: t(`transactionType.${type || 'none'}`),
    })),
    ...budgets.afterRevisions.map((sum) => ({ ...sum, label: t('sums.budgets') })),
    ...plannedDisbursements.sums.map((sum) => ({ ...sum, label: t('sums.planned') })),
    ...organisationBudgets.byKind.map(({ kind, ...sum }) => ({ ...sum, label: t(`envelopeKind.${kind}`) })),
  ];
  return (
    <Disclosure
      title={t('sums.title', {
        activities: number(activities),
        organisations: number(organisations),
        transactions: number(transactions.count),
        budgets: number(budgets.count + organisationBudgets.count),
      })}
    >
      <dl className="iati-sums">
        {sums.map(({ label, currency, count, amount }) => (
          <div key={`${label} ${currency}`}>
            <dt>{label}</dt>
            <dd>
              {currency ? <Money amount={amount} currency={currency} /> : amount}{' '}
              <span className="iati-detail">{t('sums.count', { count, records: number(count) })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
