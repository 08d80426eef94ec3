import { localTimeAt, placeOfTimeZone } from '#domain/dialogues/local-time';
import type { Language } from '#domain/languages';

/** A day and time in words, by the clocks of the place, which the zone names. */
export function when({ startsAt, timeZone }: { startsAt: string; timeZone: string }, language: Language) {
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'full',
    timeZone,
  });
  const { time } = localTimeAt(Date.parse(startsAt), timeZone);
  return `${day.format(new Date(startsAt))}, ${time} (${placeOfTimeZone(timeZone)})`;
}
