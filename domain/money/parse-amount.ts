import Big from 'big.js';
import type { Language } from '../languages';
import { type CurrencyMark, takeCurrency } from './currency-mark';

export interface ReadAmount extends CurrencyMark {
  /** An exact decimal: "1250000.50". */
  amount: string;
}

const scales: Record<Language, Record<string, string>> = {
  en: { million: '1e6', millions: '1e6', billion: '1e9', billions: '1e9' },
  fr: { million: '1e6', millions: '1e6', milliard: '1e9', milliards: '1e9' },
  es: { millón: '1e6', millon: '1e6', millones: '1e6', 'mil millones': '1e9' },
};

/**
 * Reads an amount as people type it in English, French or Spanish; null where it could mean two things.
 *
 * - Spaces and apostrophes group thousands. Of a point and a comma the later one is the decimal mark; a mark that
 *   comes twice groups thousands.
 * - One mark followed by other than three digits is the decimal mark: "1,5", "12.50", "1234,567".
 * - "1,234" and "1.234" are decided by the language: in English the comma groups, in French and Spanish the comma is
 *   the decimal mark and the point groups. Without a language they are not read.
 * - "1,5 million" is read by the words of the language; "billion" only in English, since elsewhere it is 10¹².
 * - A currency beside the number is taken off and reported; see CurrencyMark. Nothing negative is an amount.
 */
export function parseAmount(text: string, language: Language | null = null): ReadAmount | null {
  const stripped = takeCurrency(text.normalize('NFKC').trim());
  if (!stripped) return null;
  const { rest, currency, mark } = stripped;
  const words = /^([\d\s.,'’]+?)\s*(\p{L}[\p{L}\s]*)?$/u.exec(rest);
  if (!words?.[1]) return null;
  const scale = scaleOf(words[2], language);
  const digits = parseDecimal(words[1].trim(), language);
  if (!scale || digits === null) return null;
  return { amount: scale === '1' ? digits : new Big(digits).times(scale).toFixed(), currency, mark };
}

function scaleOf(word: string | undefined, language: Language | null): string | null {
  if (!word) return '1';
  const name = word
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ (de|of|d)$/, '')
    .trim();
  if (language) return scales[language][name] ?? null;
  return scales.fr[name] ?? scales.es[name] ?? (name === 'million' ? '1e6' : null);
}

/** The number alone, without spaces around it. */
function parseDecimal(text: string, language: Language | null): string | null {
  const compact = withoutGroupingSpaces(text);
  if (compact === null) return null;
  const marks = compact.replace(/\d/g, '');
  if (marks === '') return plain(compact, '');
  const last = marks.at(-1) ?? '';
  const isDecimal = marks.indexOf(last) === marks.length - 1;
  if (!isDecimal) return new Set(marks).size === 1 ? grouped(compact, last) : null;
  const [whole = '', fraction = ''] = splitAt(compact, compact.lastIndexOf(last));
  if (marks.length > 1) {
    const others = new Set(marks.slice(0, -1));
    const group = marks[0] ?? '';
    return others.size === 1 ? join(grouped(whole, group), fraction) : null;
  }
  const couldGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && compact === text;
  if (!couldGroup) return join(/^\d+$/.test(whole) ? plain(whole, '') : null, fraction);
  if (language === null) return null;
  const groupMark = language === 'en' ? ',' : '.';
  return last === groupMark ? plain(whole + fraction, '') : plain(whole, fraction);
}

/** Takes out the spaces and apostrophes between thousands; null where they stand elsewhere. */
function withoutGroupingSpaces(text: string): string | null {
  if (!/[\s'’]/.test(text)) return text;
  const [, whole = '', fraction = ''] = /^([^.,]*)([.,]\d+)?$/.exec(text) ?? [];
  if (!/^[1-9]\d{0,2}([\s'’]\d{3})+$/.test(whole)) return null;
  return whole.replace(/[\s'’]/g, '') + fraction;
}

function grouped(text: string, mark: string): string | null {
  const groups = text.split(mark);
  const isWellFormed =
    groups.length > 1 &&
    /^[1-9]\d{0,2}$/.test(groups[0] ?? '') &&
    groups.slice(1).every((group) => /^\d{3}$/.test(group));
  return isWellFormed ? groups.join('') : null;
}

function join(whole: string | null, fraction: string): string | null {
  return whole === null || !/^\d+$/.test(fraction) ? null : plain(whole, fraction);
}

function plain(whole: string, fraction: string): string {
  const integer = whole.replace(/^0+(?=\d)/, '');
  return fraction === '' ? integer : `${integer}.${fraction}`;
}

function splitAt(text: string, index: number): [string, string] {
  return [text.slice(0, index), text.slice(index + 1)];
}
