import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Money, VisuallyHidden } from '#app/ui';
import { type PartFilter, partParams } from '#domain/commitments/filters';
import { convertedTotal, type MoneySums } from '#domain/commitments/money-sums';
import { keptParams, type MoneyChoice } from './money-choice';

export interface SumsCellProps {
  sums: MoneySums;
  choice: MoneyChoice;
  localCurrency: string;
  /** /w/<slug> */
  base: string;
  /** Which rows the figure is made of. */
  filter: Partial<PartFilter>;
  isCompact?: boolean;
  /** In whole units, where sums stand beside one another. */
  isWhole?: boolean;
}

/** A figure that opens to its rows: by original currency, or converted with what could not be beside it. */
export function SumsCell({ sums, choice, localCurrency, base, filter, ...shown }: SumsCellProps) {
  const { t } = useTranslation('commitments');
  const to = (changes: Partial<PartFilter> = {}) =>
    `${base}/commitments/facts?${partParams({ ...filter, ...changes }, keptParams(choice))}`;
  if (sums.length === 0)
    return (
      <span className="text-muted">
        <span aria-hidden="true">–</span>
        <VisuallyHidden>{t('sums.none')}</VisuallyHidden>
      </span>
    );
  const { view } = choice;
  if (view === 'original') {
    return (
      <span className="grid gap-0.5">
        {sums.map(({ currency, amount }) => (
          <Link key={currency} to={to({ currency })} className="sum-link">
            {currency === '' ? (
              `${amount} (${t('sums.noCurrency')})`
            ) : (
              <Money amount={amount} currency={currency} {...shown} />
            )}
          </Link>
        ))}
      </span>
    );
  }
  const { total, notConverted } = convertedTotal(sums, view);
  const currency = view === 'usd' ? 'USD' : localCurrency;
  return (
    <span className="grid gap-0.5">
      {total !== null && (
        <Link to={to()} className="sum-link">
          <Money amount={total} currency={currency} {...shown} />
        </Link>
      )}
      {notConverted > 0 && (
        <Link to={to({ notConverted: view })} className="sum-link text-sm">
          {t('sums.notConverted', { count: notConverted })}
        </Link>
      )}
    </span>
  );
}
