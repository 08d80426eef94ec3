import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Money } from '#app/ui';

/** A converted amount with its rate, the year of it and its source; or that there is no rate, which is not a zero. */
export function ConvertedAmount({
  amount,
  currency,
  original,
  rate,
  source,
  valueDate,
}: {
  amount: string | null;
  currency: string;
  /** The currency that it was converted from. */
  original: string | null;
  rate: string | null;
  source: string;
  valueDate: string | null;
}) {
  const { t } = useTranslation('commitments');
  const { decimal } = useFormat();
  if (amount === null) {
    const reason = !original ? 'noCurrency' : valueDate === null ? 'noValueDate' : 'noRate';
    return (
      <span className="text-sm">
        {t('facts.notConverted')}
        <span className="block text-muted">
          {t(`facts.${reason}`, { currency: original, year: valueDate?.slice(0, 4) })}
        </span>
      </span>
    );
  }
  return (
    <span>
      <Money amount={amount} currency={currency} />
      {rate !== null && original !== currency && (
        <span className="block text-sm text-muted">
          {t('facts.rate', { rate: decimal(rate), original, currency, year: valueDate?.slice(0, 4), source })}
        </span>
      )}
    </span>
  );
}
