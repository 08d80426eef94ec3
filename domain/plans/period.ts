import { addDays, addMonths, type FiscalYear, fiscalYearBounds, isoDate, spansTwoYears } from '../calendars';
import { isRealDate } from '../calendars/dates';
import { monthNumber, ordinalNumber } from './period-words';
import type { Reading } from './reading';

/** Both ends inclusive. */
export interface Period {
  start: string;
  end: string;
}

type PeriodReading = Partial<Reading>;
type Reader = (text: string, reading: PeriodReading) => Period | null;

const readers: Reader[] = [readYear, readPart, readMonth, readDay, readRange];

/**
 * Reads a point or stretch of time as people type it in a plan; null where it could mean two things.
 *
 * - A year is a fiscal year of the country and is named by the calendar year it starts in. "2026/27" is one fiscal
 *   year; "2025-2026" is one where fiscal years run into the next year, and two calendar years elsewhere.
 * - Quarters and halves divide the fiscal year: in a July–June country Q1 2026 is July to September 2026.
 * - Months and days are the calendar's. "03/04/2026" is the 3rd of April in French and Spanish; in English, where
 *   it may be the 4th of March, it is not read.
 */
export function parsePeriod(text: string, reading: PeriodReading = {}): Period | null {
  const plain = plainOf(text);
  for (const read of readers) {
    const period = read(plain, reading);
    if (period) return period.start <= period.end ? period : null;
  }
  return null;
}

/** "2026-T3" as part 3 of 2026; null for what is no single quarter. */
export function readQuarter(text: string): { part: number; year: number } | null {
  const part = takePart(plainOf(text));
  return part && !part.isHalf ? { part: part.index, year: part.year } : null;
}

function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The fiscal year named by a text: "2026", "2026/27", "FY 2026/27", "exercice 2026"; null where it names none. */
export function parseFiscalYear(text: string, reading: PeriodReading = {}): number | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .trim();
  const match =
    /^(fy|af|ef|exercice|ejercicio|año|année|year)? ?((?:19|20|21)\d\d)(?: ?[/-] ?(\d\d|\d{4}))?$/.exec(
      plain,
    );
  if (!match) return null;
  const [, prefix, first = '', second] = match;
  const year = Number(first);
  if (second === undefined && !prefix) return year;
  const spans = spansTwoYears(fiscalYearBounds(year, reading.calendars ?? []));
  // "FY 2026" may be named by the year it starts or ends in, where the two differ.
  if (second === undefined) return prefix && /^(fy|af|ef|ex|ej)/.test(prefix) && spans ? null : year;
  const next = String(year + 1);
  return spans && (second === next || second === next.slice(2)) ? year : null;
}

function readYear(text: string, reading: PeriodReading): Period | null {
  const year = parseFiscalYear(text, reading);
  return year === null ? null : boundsOf(fiscalYearBounds(year, reading.calendars ?? []));
}

/** Quarters, trimesters, halves and semesters. */
function readPart(text: string, reading: PeriodReading): Period | null {
  const part = takePart(text);
  if (!part) return null;
  const { start } = fiscalYearBounds(part.year, reading.calendars ?? []);
  const months = part.isHalf ? 6 : 3;
  const from = addMonths(start, (part.index - 1) * months);
  return { start: from, end: addDays(addMonths(start, part.index * months), -1) };
}

function takePart(text: string): { isHalf: boolean; index: number; year: number } | null {
  const short =
    /^([tqsh]) ?([1-4])[ /-]?(?:de )?(\d{4})$/.exec(text) ??
    reorder(/^(\d{4})[ /-]?([tqsh]) ?([1-4])$/.exec(text));
  if (short) return valid(/[sh]/.test(short[1] ?? ''), Number(short[2]), Number(short[3]));
  const long = /^(\S+) (trimestre|quarter|semestre|semester|half)(?: (?:of|de|del|d'))? ?(\d{4})$/.exec(text);
  if (!long) return null;
  return valid(/^(sem|half)/.test(long[2] ?? ''), ordinalNumber(long[1] ?? ''), Number(long[3]));
}

function reorder(match: RegExpExecArray | null): string[] | null {
  return match && [match[0], match[2] ?? '', match[3] ?? '', match[1] ?? ''];
}

function valid(isHalf: boolean, index: number | null, year: number) {
  return index !== null && index <= (isHalf ? 2 : 4) ? { isHalf, index, year } : null;
}

function readMonth(text: string): Period | null {
  const iso = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (iso) return monthOf(Number(iso[1]), Number(iso[2]));
  const numeric = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (numeric) return monthOf(Number(numeric[2]), Number(numeric[1]));
  const named = /^([^\d\s]+)[ /-](?:de |del )?(\d{4})$/.exec(text);
  return named ? monthOf(Number(named[2]), monthNumber(named[1] ?? '')) : null;
}

function monthOf(year: number, month: number | null): Period | null {
  if (month === null || month < 1 || month > 12) return null;
  const start = isoDate(year, month, 1);
  return { start, end: addDays(addMonths(start, 1), -1) };
}

function readDay(text: string, { language }: PeriodReading): Period | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (numeric) {
    const [first, second, year] = [Number(numeric[1]), Number(numeric[3]), Number(numeric[4])];
    if (second > 12) return dayOf(year, first, second);
    const isDayFirst = first > 12 || first === second || language === 'fr' || language === 'es';
    return isDayFirst ? dayOf(year, second, first) : null;
  }
  const dayFirst = /^(\d{1,2})(?:er|º|st|nd|rd|th)? (?:de )?([^\d\s]+) (?:de |del )?(\d{4})$/.exec(text);
  if (dayFirst) return dayOf(Number(dayFirst[3]), monthNumber(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = /^([^\d\s]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
  return monthFirst && dayOf(Number(monthFirst[3]), monthNumber(monthFirst[1] ?? ''), Number(monthFirst[2]));
}

function dayOf(year: number, month: number | null, day: number): Period | null {
  if (month === null || !isRealDate(year, month, day)) return null;
  const date = isoDate(year, month, day);
  return { start: date, end: date };
}

/** "2025-2027", "mars - juin 2026", "T1 2026 à T3 2027": what each end means, by the readers above. */
function readRange(text: string, reading: PeriodReading): Period | null {
  for (const separator of [/ - /g, / (?:à|a|to|au|until|jusqu'à) /g, / ?- ?/g]) {
    for (const found of text.matchAll(separator)) {
      const from = text.slice(0, found.index);
      const to = text.slice(found.index + found[0].length);
      const until = readEnd(to, reading);
      const year = /(\d{4})$/.exec(to)?.[1];
      const since = readEnd(from, reading) ?? (year ? readEnd(`${from} ${year}`, reading) : null);
      if (since && until) return { start: since.start, end: until.end };
    }
  }
  return null;
}

function readEnd(text: string, reading: PeriodReading): Period | null {
  for (const read of [readYear, readPart, readMonth, readDay]) {
    const period = read(text.replace(/^(?:de|du|from|del) /, ''), reading);
    if (period) return period;
  }
  return null;
}

function boundsOf({ start, end }: FiscalYear): Period {
  return { start, end };
}
