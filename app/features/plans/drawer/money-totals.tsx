import { useTranslation } from 'react-i18next';
import { isBeyondCosts, useGapWords } from '#app/ui';
import { totalsByCurrency } from '#domain/plans';
import type { Action } from '#domain/plans/types';
import { inCurrencyOrder } from '../grid/currency-order';
import { useGridModel } from '../grid/grid-model';

const parts = ['cost', 'secured', 'partly', 'toMobilise', 'gap'] as const;

/** What the action costs and what is found for it, a column for each currency. */
export function MoneyTotals({ action }: { action: Action }) {
  const { t } = useTranslation('actions');
  const { reading } = useGridModel();
  const gapWords = useGapWords();
  const totals = inCurrencyOrder(totalsByCurrency(reading.facts(action).rows), reading.context.currency);
  if (totals.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it.
    <section className="table-frame" aria-label={t('drawer.totals')} tabIndex={0}>
      <table className="table">
        <caption>{t('drawer.totals')}</caption>
        <thead>
          <tr>
            <td />
            {totals.map(([currency]) => (
              <th key={currency} scope="col" data-align="end">
                {currency}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part}>
              <th scope="row">{t(`part.${part}`)}</th>
              {totals.map(([currency, of]) => (
                <td
                  key={currency}
                  data-align="end"
                  className={isBeyondCosts(of[part]) ? 'gap-beyond' : 'numeric'}
                >
                  {gapWords(of[part], reading.format.decimal)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
