import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';

/** From when to when, in words; open sides are said. */
export function useValidity() {
  const { t } = useTranslation('partners');
  const { date, dateRange } = useFormat();
  return ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) => {
    if (validFrom && validTo) return dateRange(validFrom, validTo);
    if (validFrom) return t('validity.from', { date: date(validFrom) });
    return validTo ? t('validity.to', { date: date(validTo) }) : t('validity.open');
  };
}
