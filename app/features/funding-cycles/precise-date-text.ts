import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import type { Format } from '#app/i18n/make-format';
import { partsOf } from '#domain/calendars/dates';
import { type PreciseDate, quarterOf } from '#domain/funding-cycles/precise-date';

type Translate = (key: string, values?: Record<string, string | number>) => string;

/** A date as exactly as it is known: "31 Mar 2026", "March 2026", "Q1 2026". `t` knows the catalogue `cycles`. */
export function preciseDateText(t: Translate, format: Format, { date, precision }: PreciseDate): string {
  switch (precision) {
    case 'day':
      return format.date(date);
    case 'month':
      return format.month(date);
    case 'quarter':
      return t('cycles:date.quarter', { quarter: quarterOf(date), year: String(partsOf(date)[0]) });
  }
}

export function usePreciseDate(): (date: PreciseDate) => string {
  const { t } = useTranslation('cycles');
  const format = useFormat();
  return (date) => preciseDateText(t, format, date);
}
