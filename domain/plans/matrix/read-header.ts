import type { FiscalCalendar } from '../../calendars';
import { parseFiscalYear } from '../period';
import { columnWords } from './column-words';
import type { Confidence, MatrixField, Unit } from './mapping';
import { currencyIn } from './money-words';
import { monthIn } from './month-words';
import { fold } from './table';

export interface HeaderMeaning {
  field: MatrixField;
  confidence: Confidence;
  /** "2026", "2026-T1", "2026-S1", "2026-03", or without the year "T1"; empty when the header names no time. */
  period: string;
  unit: Unit;
  currency: string;
}

interface Match {
  field: MatrixField;
  confidence: Confidence;
  length: number;
}

/** What an export writes before the header of a column that it only carries along; see writeTable. */
const extraMark = /^(other column|autre colonne|otra columna)\s*:\s*/i;

export function isExtraHeader(header: string): boolean {
  return extraMark.test(header);
}

export function withoutExtraMark(header: string): string {
  return header.replace(extraMark, '');
}

/** What the words of a header say, from its parts top to bottom: ["Coût (en milliers d'Ariary)", "2026"]. */
export function readHeader(parts: readonly string[], calendars?: readonly FiscalCalendar[]): HeaderMeaning {
  const whole = parts.join(' ');
  if (isExtraHeader(whole)) {
    return { field: 'extra', confidence: 'sure', period: '', unit: '1', currency: '' };
  }
  const period = periodIn(whole, calendars ?? []);
  const meaning = { period, unit: unitIn(whole), currency: currencyIn(whole) };
  const phrases = [...parts].reverse().map(withoutQualifiers);
  const match =
    phrases.map(exactMatch).find(Boolean) ??
    exactMatch(withoutQualifiers(whole)) ??
    longest(phrases.map(containedMatch));
  if (!match)
    return { field: period ? 'timeMark' : 'extra', confidence: period ? 'likely' : 'none', ...meaning };
  const isTime = match.field === 'period' || match.field === 'start' || match.field === 'end';
  if (period && isTime) return { ...meaning, field: 'timeMark', confidence: 'sure' };
  // "Coût total 2026" is the cost of that year, not what the years beside it add up to.
  if (period && match.field === 'costTotal') return { ...meaning, field: 'cost', confidence: 'sure' };
  return { ...meaning, field: match.field, confidence: match.confidence };
}

const wordsOf = Object.entries(columnWords).flatMap(([field, phrases]) =>
  phrases.map((phrase) => ({ field: field as MatrixField, phrase })),
);
const fieldOfPhrase = new Map(wordsOf.map(({ field, phrase }) => [phrase, field]));

function exactMatch(phrase: string): Match | null {
  const field = fieldOfPhrase.get(phrase) ?? fieldOfPhrase.get(phrase.replace(/^\d+ | \d+$/g, ''));
  return field ? { field, confidence: 'sure', length: phrase.length } : null;
}

/** Short words ("no", "fin", "from") are too common inside others to be believed there. */
function containedMatch(phrase: string): Match | null {
  const padded = ` ${phrase} `;
  return longest(
    wordsOf
      .filter((word) => word.phrase.length >= 4 && padded.includes(` ${word.phrase} `))
      .map((word) => ({ field: word.field, confidence: 'likely' as const, length: word.phrase.length })),
  );
}

function longest(matches: readonly (Match | null)[]): Match | null {
  return matches.reduce<Match | null>(
    (best, match) => (match && match.length > (best?.length ?? 0) ? match : best),
    null,
  );
}

/** The header without what qualifies it: brackets, years, quarters, units and currencies. */
function withoutQualifiers(text: string): string {
  return fold(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').replace(/^\s*(\(?[ivx\d]+[.)-]\s*)+/i, ''))
    .replace(/\b(fy ?)?(19|20)\d\d( \d\d)?\b/g, ' ')
    .replace(
      /\b(m|mn|k|md|mds|mrd|bn)(?= ?(ariary|ar|mga|usd|us|eur|euros?|dollars?|f ?cfa|xof|xaf|fbu|bif|\$|€))/g,
      ' ',
    )
    .replace(/\b(t|q|trimestre|trim|s|semestre)( )?[1-4]\b/g, ' ')
    .replace(/\b(en )?(milliers?|millions?|milliards?|thousands?|miles|millones)( d[e ]?| of)?\b/g, ' ')
    .replace(/\b(ariary|mga|usd|eur|euros?|dollars?|f ?cfa|xof|xaf|fbu|bif|dolares)\b|[$€]/g, ' ')
    .replace(/\b(en|in|de|d|of|par an|per year)$/, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ (en|in|de|d|of|l)$/, '');
}

/** "M USD", "MUSD", "M$", "k€", "Md Ar". */
const shortUnit =
  /\b(m|mn|mio|k|md|mds|mrd|bn) ?(?:us ?\$|\$|€|(?:usd|eur|euros?|dollars?|mga|ariary|ar|f ?cfa|xof|xaf|bif|fbu|kes|ksh|chf|gbp)\b)/;

function unitIn(header: string): Unit {
  const words = fold(header);
  const short = shortUnit.exec(words)?.[1] ?? '';
  if (/\b(milliards?|billions?)\b/.test(words) || ['md', 'mds', 'mrd', 'bn'].includes(short))
    return '1000000000';
  if (/\b(millions?|millones)\b/.test(words) || ['m', 'mn', 'mio'].includes(short)) return '1000000';
  if (/\b(milliers?|thousands?|miles)\b|\bx ?1 ?000\b|\b000s?\b/.test(words) || short === 'k') return '1000';
  return '1';
}

function periodIn(header: string, calendars: readonly FiscalCalendar[]): string {
  const range = /\b((?:19|20)\d\d)\s*[-–—/à]\s*((?:19|20)\d\d|\d\d)\b(?!\s*[-/]\s*\d)/.exec(header);
  if (range) {
    const [, from = '', until = ''] = range;
    const year = parseFiscalYear(`${from}-${until}`, { calendars });
    if (year !== null) return String(year);
    // "Coût 2026-2028" is of no year; "2026-03" is a month.
    if (until.length === 4 ? until > from : Number(until) > 12) return '';
  }
  const words = fold(header);
  const year = /\b(?:fy ?)?((?:19|20)\d\d)\b/.exec(words)?.[1] ?? '';
  const quarter =
    /\b(?:t|q|trim|trimestre|quarter) ?([1-4])\b/.exec(words)?.[1] ??
    /\b([1-4]) ?(?:er|e|eme|ere|st|nd|rd|th)? ?(?:trim|trimestre|quarter)\b/.exec(words)?.[1];
  if (quarter) return join(year, `T${quarter}`);
  const half = /\b(?:s|sem|semestre|h) ?([12])\b/.exec(words)?.[1];
  if (half) return join(year, `S${half}`);
  const month = monthIn(words);
  if (month) return year ? `${year}-${month}` : '';
  return year;
}

function join(year: string, part: string): string {
  return year ? `${year}-${part}` : part;
}
