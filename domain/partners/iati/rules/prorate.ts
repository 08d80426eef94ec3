import Big from 'big.js';
import { addDays, type FiscalCalendar, type FiscalYear, fiscalYearOf } from '../../../calendars';

/** The exact part of an amount that falls into one fiscal year. */
export interface YearPart {
  year: FiscalYear;
  /** Days of the period within the year, of `days` in all. */
  daysWithin: number;
  days: number;
}

/** How a period falls into fiscal years, pro rata by days; both its ends count. */
export function yearParts(
  { start, end }: { start: string; end: string },
  calendars: readonly FiscalCalendar[],
): YearPart[] {
  const days = daysBetween(start, end);
  const parts: YearPart[] = [];
  for (let from = start; from <= end; ) {
    const year = fiscalYearOf(from, calendars);
    const until = year.end < end ? year.end : end;
    parts.push({ year, daysWithin: daysBetween(from, until), days });
    from = addDays(until, 1);
  }
  return parts;
}

/** To twenty places; rounded where it is shown. */
export function prorate(amount: string, { daysWithin, days }: YearPart): Big {
  if (daysWithin === days) return new Big(amount);
  return new Big(amount).times(daysWithin).div(days);
}

function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
}
