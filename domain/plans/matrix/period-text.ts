import { parseFiscalYear } from '../period';
import type { Reading } from '../reading';
import { monthIn } from './month-words';
import { type Cell, cellText, fold } from './table';

export type PeriodReading =
  | { state: 'empty' }
  /** "2026", "2026-T1", "2026-03" or "2026-03-31"; start and end are the same where one period was typed. */
  | { state: 'read'; start: string; end: string }
  | { state: 'not_understood'; text: string };

/** Reads "2025–2027", "T1 2026", "T1-T3 2026", "janv. à juin 2026", "01/03/2026 – 31/12/2026" and the like. */
export function readPeriod(
  cell: Cell,
  { dayFirst, reading }: { dayFirst: boolean; reading?: Reading },
): PeriodReading {
  const typed = cellText(cell);
  if (/^[-–—./]*$/.test(typed)) return { state: 'empty' };
  const prepared = typed.replace(/\n/g, ' ').replace(/[−–—→]/g, '–');
  // "2025-2026" is one fiscal year where those run into the next year, and two years elsewhere.
  const year = parseFiscalYear(typed, reading);
  if (year !== null) return { state: 'read', start: String(year), end: String(year) };
  const span = readSpan(prepared, { dayFirst, year: '', reading });
  if (span) return { state: 'read', ...span };
  for (const parts of splits(prepared)) {
    const range = readRange(parts, dayFirst, reading);
    if (range) return { state: 'read', ...range };
  }
  return { state: 'not_understood', text: typed };
}

/** Ways of cutting a range in two or a list into points, the least doubtful first. */
function splits(text: string): string[][] {
  const bare = text.replace(/^\s*(de|du|from|desde|entre|between|d[’'])\s+/i, '');
  const separators = [
    /\s*–\s*/,
    /\s+(?:à|a|au|aux|to|until|jusqu[’']?(?:à|en|au)|hasta|al|till)\s+/i,
    /\s+-\s+/,
    /\s*(?:[,;+]|\bet\b|\band\b|\by\b|&)\s*/i,
    /\s*-\s*/,
    /\s*\/\s*/,
  ];
  return separators
    .map((separator) => bare.split(separator).filter(Boolean))
    .filter((parts) => parts.length > 1);
}

interface Span {
  start: string;
  end: string;
}

function readRange(parts: readonly string[], dayFirst: boolean, reading?: Reading): Span | null {
  const last = parts[parts.length - 1] ?? '';
  const year = /(?:19|20)\d\d/.exec(last)?.[0] ?? /(?:19|20)\d\d/.exec(parts[0] ?? '')?.[0] ?? '';
  const spans = parts.map((part) => readSpan(part, { dayFirst, year, reading }));
  const [first] = spans;
  const until = spans[spans.length - 1];
  if (!first || !until || spans.includes(null)) return null;
  return { start: first.start, end: until.end };
}

/** One fiscal year ("2025/26" where they run into the next year), years cut short ("2025-26"), or one point. */
function readSpan(
  text: string,
  { dayFirst, year, reading }: { dayFirst: boolean; year: string; reading: Reading | undefined },
): Span | null {
  const fiscalYear = parseFiscalYear(text, reading);
  if (fiscalYear !== null) return { start: String(fiscalYear), end: String(fiscalYear) };
  const [, from, until] =
    /^\s*(?:fy |exercice |ejercicio )?((?:19|20)\d\d) ?[-–/] ?(\d\d)\s*$/i.exec(text) ?? [];
  // Up to 12 it is a month: "2025-11".
  if (from && Number(until) > 12 && `${from.slice(0, 2)}${until}` > from) {
    return { start: from, end: `${from.slice(0, 2)}${until}` };
  }
  const point = readPoint(text, { dayFirst, year });
  return point ? { start: startOf(point), end: endOf(point) } : null;
}

/** A half-year begins with one quarter and ends with another; any other period is its own start and end. */
export function startOf(period: string): string {
  return period.replace(/S1$/, 'T1').replace(/S2$/, 'T3');
}

export function endOf(period: string): string {
  return period.replace(/S1$/, 'T2').replace(/S2$/, 'T4');
}

/** One point or period of time; `year` completes "T1" in "T1-T3 2026". Null where it is none. */
function readPoint(text: string, { dayFirst, year }: { dayFirst: boolean; year: string }): string | null {
  const words = fold(text.replace(/[./-]/g, ' '));
  const iso = /^(\d{4}) (\d{1,2})(?: (\d{1,2}))?$/.exec(words);
  if (iso) return isoText(iso[1], iso[2], iso[3]);
  const date = /^(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})$/.exec(words);
  if (date) return dateText(date, dayFirst);
  if (/^(fy |exercice |annee |ano |year )?(19|20)\d\d$/.test(words)) return words.slice(-4);
  const monthYear = /^(\d{1,2}) ((?:19|20)\d\d)$/.exec(words);
  if (monthYear) return isoText(monthYear[2], monthYear[1], undefined);
  const ownYear = /\b(?:19|20)\d\d\b/.exec(words)?.[0] ?? year;
  if (!ownYear) return null;
  const rest = words
    .replace(/\b(?:19|20)\d\d\b/, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return partOfYear(rest, ownYear);
}

function partOfYear(rest: string, year: string): string | null {
  const quarter =
    /^(?:t|q|trim|trimestre|quarter) ?([1-4])$/.exec(rest)?.[1] ??
    /^([1-4]) ?(?:er|e|eme|ere|st|nd|rd|th|o|do|ro|to)? ?(?:trim|trimestre|quarter)(?: de)?$/.exec(rest)?.[1];
  if (quarter) return `${year}-T${quarter}`;
  const half =
    /^(?:s|sem|semestre|h) ?([12])$/.exec(rest)?.[1] ??
    /^([12]) ?(?:er|e|eme|ere|st|nd|o|do)? ?(?:semestre|half|half year|sem)(?: de)?$/.exec(rest)?.[1];
  if (half) return `${year}-S${half}`;
  if (/^(fin|end|end of|fin de|fines de)$/.test(rest)) return `${year}-12`;
  if (/^(debut|start of|early|inicio|inicio de)$/.test(rest)) return `${year}-01`;
  const month = monthIn(rest);
  const day = /^(\d{1,2})(?:er|st|nd|rd|th)? (?:de )?\p{L}+(?: de)?$/u.exec(rest)?.[1];
  if (month && day) return isoText(year, month, day);
  return month && /^(?:fin |end |end of |mi |mid |fin de )?\p{L}+(?: de)?$/u.test(rest)
    ? `${year}-${month}`
    : null;
}

function dateText([, first, second, year]: RegExpExecArray, dayFirst: boolean): string | null {
  const fullYear = year?.length === 2 ? `20${year}` : year;
  return dayFirst ? isoText(fullYear, second, first) : isoText(fullYear, first, second);
}

function isoText(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  const m = Number(month);
  if (m < 1 || m > 12) return null;
  const yearMonth = `${year}-${String(m).padStart(2, '0')}`;
  if (day === undefined) return yearMonth;
  const text = `${yearMonth}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** Whether days come before months in the dates typed as text; days do, unless a date shows otherwise. */
export function guessDayFirst(cells: readonly Cell[]): boolean {
  let monthFirst = 0;
  let dayFirst = 0;
  for (const cell of cells) {
    const date = /\b(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d{2})\b/.exec(cellText(cell));
    if (!date) continue;
    if (Number(date[1]) > 12) dayFirst++;
    if (Number(date[2]) > 12) monthFirst++;
  }
  return monthFirst <= dayFirst;
}
