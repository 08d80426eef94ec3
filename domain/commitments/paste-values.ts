import { addDays, isoDate } from '../calendars';
import { isRealDate } from '../calendars/dates';
import { countries } from '../countries';
import { type Language, languages } from '../languages';
import { parseAmount } from '../money';
import { isTheme, type Theme } from '../themes';
import { plain } from './paste-words';

export interface ReadDate {
  start: string;
  end: string;
}

/** "2024-03-15", "15/03/2024" or "15.3.2024" (the day first), or a whole year: "2024". Null for anything else. */
export function readDate(text: string): ReadDate | null {
  if (/^\d{4}$/.test(text)) return { start: `${text}-01-01`, end: addDays(`${Number(text) + 1}-01-01`, -1) };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  const dayFirst = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : dayFirst
      ? [Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])]
      : [0, 0, 0];
  if (!isRealDate(year, month, day)) return null;
  const date = isoDate(year, month, day);
  return { start: date, end: date };
}

/** An amount that may be negative: "-500", "(500)". */
export function readSignedAmount(text: string, language: Language) {
  const negative = /^(?:[-\u2212]\s*(.+)|\((.+)\))$/.exec(text.trim());
  const inner = negative ? (negative[1] ?? negative[2] ?? '') : text;
  const read = parseAmount(inner, language);
  if (!read) return null;
  return { ...read, amount: negative && read.amount !== '0' ? `-${read.amount}` : read.amount };
}

export interface NamedShare {
  name: string;
  percentage: string | null;
}

/** "Madagascar 60 %; Burundi 40 %", one or several, with or without percentages. */
export function readShares(text: string): NamedShare[] {
  return text
    .split(/[;\n|]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [, name, percentage] = /^(.*?)\s*\(?(\d{1,3}(?:[.,]\d+)?)\s*%\)?$/.exec(part) ?? [
        null,
        part,
        null,
      ];
      return { name: (name ?? '').trim(), percentage: percentage?.replace(',', '.') ?? null };
    });
}

/** A country by its ISO code or its name in any of the languages. */
export function countryOf(name: string): string | null {
  const code = name.trim().toUpperCase();
  if (countries.some((known) => known === code)) return code;
  return countryNames().get(plain(name)) ?? null;
}

export function themeOfWord(name: string, words: ReadonlyMap<string, Theme>): Theme | null {
  const key = name.trim();
  return isTheme(key) ? key : (words.get(plain(name)) ?? null);
}

let known: Map<string, string> | null = null;

/** Intl's tables are slow to open: once, when a name is first asked for. */
function countryNames(): Map<string, string> {
  known ??= new Map(
    languages.flatMap((language) => {
      const names = new Intl.DisplayNames(language, { type: 'region' });
      return countries.map((code) => [plain(names.of(code) ?? code), code] as const);
    }),
  );
  return known;
}
