import { makeFormat } from '#app/i18n/make-format';
import type { FiscalCalendar } from '#domain/calendars';
import type { DateRange } from '#domain/funding-cycles/precise-date';
import { type YearView, yearsOfView } from '#domain/funding-cycles/year-view';
import type { Language } from '#domain/languages';

export function readView(params: URLSearchParams): YearView {
  return params.get('by') === 'fiscal' ? 'fiscal' : 'calendar';
}

/** The years to choose from around a day, and the one that the address names; null where it names none. */
export function readYear({
  params,
  calendars,
  today,
  language,
}: {
  params: URLSearchParams;
  calendars: readonly FiscalCalendar[];
  today: string;
  language: Language;
}): { options: { value: string; label: string }[]; chosen: DateRange | null; current: DateRange | null } {
  const view = readView(params);
  const thisYear = Number(today.slice(0, 4));
  const years = yearsOfView({ view, fromYear: thisYear - 10, toYear: thisYear + 7, calendars });
  const { fiscalYear } = makeFormat(language);
  // Of the country's years two may start in one year of change: they are named by the day on which they start.
  const nameOf = ({ year, start }: { year: number; start: string }) =>
    view === 'calendar' ? String(year) : start;
  return {
    options: years.map((year) => ({
      value: nameOf(year),
      label: view === 'calendar' ? String(year.year) : fiscalYear(year),
    })),
    chosen: years.find((year) => nameOf(year) === params.get('year')) ?? null,
    current: years.find(({ start, end }) => start <= today && today <= end) ?? null,
  };
}
