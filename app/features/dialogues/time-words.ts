import { makeFormat } from '#app/i18n/make-format';
import { useI18n } from '#app/i18n/use-i18n';
import { localTimeAt, placeOfTimeZone } from '#domain/dialogues/local-time';

/** Days and times by the clocks of the place of a dialogue, the same for every reader. */
export function usePlaceTime(timeZone: string) {
  const { language } = useI18n();
  const format = makeFormat(language, timeZone);
  return {
    /** 12 Mar 2026, 09:30 (Antananarivo) */
    dateTime: (iso: string) =>
      timeZone === 'UTC' ? format.dateTime(iso) : `${format.dateTime(iso)} (${placeOfTimeZone(timeZone)})`,
    /** 09:30 */
    time: (ms: number) => localTimeAt(ms, timeZone).time,
  };
}
