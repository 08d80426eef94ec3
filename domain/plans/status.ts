import { addDays, addMonths, type FiscalCalendar, fiscalYearOf } from '../calendars';
import type { ReportStatus } from './types';

/**
 * Whether an action is late: its end has passed and its lead has not said that it is done or given up. Derived each
 * time, never stored. `endDate` null (open, or a text that cannot be read) is never late.
 */
export function isOverdue(
  { endDate, status }: { endDate: string | null; status: ReportStatus | null },
  today: string,
): boolean {
  return endDate !== null && endDate < today && status !== 'completed' && status !== 'cancelled';
}

/** A quarter of a fiscal year, both ends inclusive. */
export interface ReportPeriod {
  start: string;
  end: string;
  /** 1 to 4. */
  quarter: number;
  /** The fiscal year, by the calendar year it starts in. */
  year: number;
}

/** The quarters one may report on today, the current one first. */
export function reportPeriods(
  today: string,
  calendars: readonly FiscalCalendar[],
  count = 6,
): ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  for (let date = today; periods.length < count; ) {
    const period = quarterOf(date, calendars);
    periods.push(period);
    date = addDays(period.start, -1);
  }
  return periods;
}

function quarterOf(date: string, calendars: readonly FiscalCalendar[]): ReportPeriod {
  const fiscalYear = fiscalYearOf(date, calendars);
  for (let quarter = 4; ; quarter--) {
    const start = addMonths(fiscalYear.start, (quarter - 1) * 3);
    if (start > date && quarter > 1) continue;
    const end = addDays(addMonths(fiscalYear.start, quarter * 3), -1);
    return { start, end: earlier(end, fiscalYear.end), quarter, year: fiscalYear.year };
  }
}

function earlier(a: string, b: string): string {
  if (a < b) return a;
  return b;
}
