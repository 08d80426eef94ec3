import type { FiscalYear } from '#domain/calendars';
// Alone: every page formats, and few reckon with fiscal years.
import { fiscalYearName } from '#domain/calendars/fiscal-year-name';
import { moneyFormats } from './format-money';

/** English of the world's institutions: 1 July 2025, not July 1. */
const locales: Record<string, string> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES' };

// Releases of ICU differ in a few spaces; server and browser must agree to the letter.
const anySpace = /[\u00a0\u202f]/g;
const narrowSpace = '\u202f';

export type Format = ReturnType<typeof buildFormat>;
const known = new Map<string, Format>();

/** One per language and time zone: making an Intl formatter costs a hundred times what using it does. */
export function makeFormat(language: string, timeZone = 'UTC'): Format {
  const key = `${language} ${timeZone}`;
  const made = known.get(key) ?? buildFormat(locales[language] ?? language, timeZone);
  known.set(key, made);
  return made;
}

function buildFormat(locale: string, timeZone: string) {
  const wholeOrShort = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    locale,
    number: (value: number) => wholeOrShort.format(value),
    compactNumber: (value: number) => compact.format(value),
    /** Of a ratio: 0.25 is 25 %. */
    percent: (ratio: number) => share.format(ratio).replace(anySpace, narrowSpace),
    list: (items: Iterable<string>) => conjunction.format(items),
    ...moneyFormats(locale),
    ...dateFormats(locale, timeZone),
  };
}

function dateFormats(locale: string, timeZone: string) {
  // Calendar dates have no zone: they are read and written in UTC so that none moves them a day.
  const day = dateWriter(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const longDay = dateWriter(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const month = dateWriter(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const dayOfInstant = dateWriter(locale, { dateStyle: 'medium', timeZone });
  const instant = dateWriter(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: timeZone === 'UTC' ? 'short' : undefined,
  });
  const distance = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const yearRange = remembered(day.writeRange);
  return {
    /** Of a calendar date "2026-07-01", which has no zone; of an instant see `day`. */
    date: (iso: string) => day.write(iso.slice(0, 10)),
    longDate: (iso: string) => longDay.write(iso.slice(0, 10)),
    month: (iso: string) => month.write(iso.slice(0, 10)),
    dateRange: day.writeRange,
    /** The day of an instant, by the same clocks as `dateTime`. */
    day: dayOfInstant.write,
    dateTime: instant.write,
    /** How long ago or ahead, in the largest unit that fits; the clock comes from the loader, so that both sides agree. */
    relative: (iso: string, now: string) => relative(distance, Date.parse(iso) - Date.parse(now)),
    /** A fiscal year with its dates, as it must always be shown: "2025/26 (1 Jul 2025 – 30 Jun 2026)". */
    fiscalYear: (year: Pick<FiscalYear, 'start' | 'end'>) =>
      `${fiscalYearName(year)} (${yearRange(year.start, year.end)})`,
  };
}

/** What is no date is shown as it is, never as a wrong one. */
function dateWriter(locale: string, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(locale, options);
  const finish = locale.startsWith('fr') ? withFirstOfMonth : (text: string) => text;
  return {
    write: (iso: string): string => {
      const date = new Date(iso);
      return Number.isNaN(date.getTime()) ? iso : finish(format.format(date));
    },
    writeRange: (start: string, end: string): string => {
      const [first, last] = [new Date(start), new Date(end)];
      if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return `${start} – ${end}`;
      return finish(format.formatRange(first, last).replace(/\s*–\s*/, ' – '));
    },
  };
}

/** Ranges cost Intl much, and a page has the same few years again and again. */
function remembered(writeRange: (start: string, end: string) => string) {
  const known = new Map<string, string>();
  return (start: string, end: string): string => {
    const key = `${start} ${end}`;
    const range = known.get(key) ?? writeRange(start, end);
    if (known.size < 500) known.set(key, range);
    return range;
  };
}

/** French says « le 1er janvier », which Intl does not. */
function withFirstOfMonth(text: string): string {
  return text.replace(/(^|– )1(?=\s)/g, '$11er');
}

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function relative(format: Intl.RelativeTimeFormat, differenceMs: number): string {
  if (Number.isNaN(differenceMs)) return '';
  const fitting = units.find(([, unitMs]) => Math.abs(differenceMs) >= unitMs);
  if (!fitting) return format.format(0, 'second');
  return format.format(Math.trunc(differenceMs / fitting[1]), fitting[0]);
}
