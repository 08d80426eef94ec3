import { addDays, isoDate, partsOf } from './dates';

/** One version of a country's fiscal calendar. It holds until the next version applies. */
export interface FiscalCalendar {
  appliesFrom: string;
  startMonth: number;
  startDay: number;
}

/** Both ends inclusive. `year` is the calendar year in which it starts. */
export interface FiscalYear {
  year: number;
  start: string;
  end: string;
  /** Shorter than a year, because the calendar changed: Burundi, January to June 2018. */
  isInterim: boolean;
}

// Years have four digits: what would begin before the first of them or end after the last is cut off there.
const [firstDay, lastDay] = ['0001-01-01', '9999-12-31'];

const calendarYear: FiscalCalendar = { appliesFrom: '1900-01-01', startMonth: 1, startDay: 1 };

/**
 * The fiscal year that a date falls in. The first version is taken to hold before its own date too; without any
 * version the calendar year counts.
 */
export function fiscalYearOf(date: string, calendars: readonly FiscalCalendar[]): FiscalYear {
  const versions = [...calendars].sort((a, b) => (a.appliesFrom < b.appliesFrom ? -1 : 1));
  const index = Math.max(
    0,
    versions.findLastIndex((version) => version.appliesFrom <= date),
  );
  const version = versions[index] ?? calendarYear;
  const next = versions[index + 1];

  const naturalStart = lastStartUntil(date, version);
  const isFirst = index === 0;
  const start = !isFirst && naturalStart < version.appliesFrom ? version.appliesFrom : naturalStart;
  const naturalEnd = endOfYearFrom(naturalStart, version);
  const end = next && next.appliesFrom <= naturalEnd ? addDays(next.appliesFrom, -1) : naturalEnd;
  return { year: partsOf(start)[0], start, end, isInterim: start !== naturalStart || end !== naturalEnd };
}

/**
 * The fiscal year that starts in a calendar year. Where a change of calendar makes two start in it, the full one
 * bears the year's name: Burundi's 2018 is July 2018 to June 2019, and its interim half is found by its dates.
 */
export function fiscalYearBounds(year: number, calendars: readonly FiscalCalendar[]): FiscalYear {
  const starting = fiscalYearsStartingIn(year, calendars);
  return starting.find((candidate) => !candidate.isInterim) ?? longest(starting);
}

/** Every fiscal year that starts in a calendar year: one, or two in a year of change. */
export function fiscalYearsStartingIn(year: number, calendars: readonly FiscalCalendar[]): FiscalYear[] {
  const found: FiscalYear[] = [];
  let candidate = fiscalYearOf(isoDate(year, 1, 1), calendars);
  while (candidate.year <= year) {
    if (candidate.year === year) found.push(candidate);
    if (candidate.end === lastDay) break;
    candidate = fiscalYearOf(addDays(candidate.end, 1), calendars);
  }
  return found;
}

/** The fiscal years of a horizon, first to last, at most a century. */
export function fiscalYearsOfHorizon(
  { startYear, endYear }: { startYear: number; endYear: number },
  calendars: readonly FiscalCalendar[],
): FiscalYear[] {
  const count = Math.min(Math.max(0, endYear - startYear + 1), 100);
  return Array.from({ length: count }, (_, index) => fiscalYearBounds(startYear + index, calendars));
}

/** Whether the fiscal year starting in this year runs into the next one, as July to June does. */
export function spansTwoYears(fiscalYear: FiscalYear): boolean {
  return fiscalYear.start.slice(0, 4) !== fiscalYear.end.slice(0, 4);
}

function startIn(year: number, { startMonth, startDay }: FiscalCalendar): string {
  return isoDate(year, startMonth, startDay);
}

function lastStartUntil(date: string, version: FiscalCalendar): string {
  const [year] = partsOf(date);
  const thisYears = startIn(year, version);
  if (thisYears <= date) return thisYears;
  return year > 1 ? startIn(year - 1, version) : firstDay;
}

function endOfYearFrom(start: string, version: FiscalCalendar): string {
  const [year] = partsOf(start);
  const next = [year, year + 1].map((each) => startIn(each, version)).find((each) => each > start);
  return next ? addDays(next, -1) : lastDay;
}

function longest(years: FiscalYear[]): FiscalYear {
  const days = (year: FiscalYear) => Date.parse(year.end) - Date.parse(year.start);
  return years.reduce((best, year) => (days(year) > days(best) ? year : best));
}
