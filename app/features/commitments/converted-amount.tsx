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
  const { decimal, number } = useFormat();
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
  // Rates are read in the direction above 1: 4,897 MGA per EUR rather than 0.0002 EUR per MGA.
  const isInverted = rate !== null && Number(rate) > 0 && Number(rate) < 1;
  const said = isInverted
    ? { rate: number(fiveDigits(1 / Number(rate))), original: currency, currency: original }
    : { rate: decimal(rate ?? ''), original, currency };
  return (
    <span>
      <Money amount={amount} currency={currency} />
      {rate !== null && original !== currency && (
        <span className="block text-sm text-muted">
          {t('facts.rate', { ...said, year: valueDate?.slice(0, 4), source })}
        </span>
      )}
    </span>
  );
}

/** As many as a rate is quoted with. */
function fiveDigits(rate: number): number {
  return Number(rate.toPrecision(5));
}
