import { type FiscalCalendar, type FiscalYear, isoDate } from '../calendars';
import { fiscalYearsStartingIn } from '../calendars/fiscal-years';
import type { DateRange } from './precise-date';

/** By which years a view is cut: those of the calendar, or those of the country's budget. */
export const yearViews = ['calendar', 'fiscal'] as const;
export type YearView = (typeof yearViews)[number];

/** The years that start from one calendar year to another; in a year of change there are two of the country's. */
export function yearsOfView({
  view,
  fromYear,
  toYear,
  calendars,
}: {
  view: YearView;
  fromYear: number;
  toYear: number;
  calendars: readonly FiscalCalendar[];
}): FiscalYear[] {
  const years = Array.from({ length: Math.max(0, toYear - fromYear + 1) }, (_, index) => fromYear + index);
  if (view === 'fiscal') return years.flatMap((year) => fiscalYearsStartingIn(year, calendars));
  return years.map((year) => ({
    year,
    start: isoDate(year, 1, 1),
    end: isoDate(year, 12, 31),
    isInterim: false,
  }));
}

/** From the first day of the first to the last day of the last. */
export function spanOf(years: readonly FiscalYear[]): DateRange | null {
  const [first, last] = [years[0], years.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}
