import { addDays, addMonths, isoDate } from '../calendars';
import { partsOf } from '../calendars/dates';
import type { DatePrecision } from './kinds';

/** A date as exactly as it is known. */
export interface PreciseDate {
  date: string;
  precision: DatePrecision;
}

/** Both ends inclusive. */
export interface DateRange {
  start: string;
  end: string;
}

const monthsOf = { month: 1, quarter: 3 } as const;

/** The date as it is kept: any day of a month or quarter stands for its first one. */
export function firstDayOf({ date, precision }: PreciseDate): string {
  if (precision === 'day') return date;
  const [year, month] = partsOf(date);
  const months = monthsOf[precision];
  return isoDate(year, month - ((month - 1) % months), 1);
}

/** Every day that may be meant. */
export function rangeOf({ date, precision }: PreciseDate): DateRange {
  const start = firstDayOf({ date, precision });
  if (precision === 'day') return { start, end: start };
  return { start, end: addDays(addMonths(start, monthsOf[precision]), -1) };
}

/** 1 to 4, by calendar year. */
export function quarterOf(date: string): number {
  return Math.ceil(partsOf(date)[1] / 3);
}

/** By the first day that may be meant; what is known more exactly comes first. */
export function comparePreciseDates(a: PreciseDate, b: PreciseDate): number {
  const [first, second] = [rangeOf(a), rangeOf(b)];
  return compareText(first.start, second.start) || compareText(first.end, second.end);
}

/** Whether two ranges share a day. */
export function overlaps(a: DateRange, b: DateRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
