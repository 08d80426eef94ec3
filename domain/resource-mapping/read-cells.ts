import Big from 'big.js';
import { isRealDate } from '../calendars/dates';
import type { Language } from '../languages';
import { parseAmount } from '../money';
import { type Cell, cellText } from '../plans/matrix';
import { isChoiceColumn, type MappingColumn, mappingLimits } from './columns';
import { between } from './row-values';
import type { Lexicon } from './words';

export type CellProblem = 'unknown' | 'ambiguous' | 'amount_unread' | 'date_unread' | 'too_long';

export type ReadCell = { value: string } | { problem: CellProblem };

interface Reading {
  lexicon: Lexicon;
  /** Decides what "1,234" is. */
  language: Language;
}

/** What a cell says, as it is kept. */
export function readCell(column: MappingColumn, cell: Cell | undefined, reading: Reading): ReadCell {
  const text = cellText(cell);
  if (text === '') return { value: '' };
  if (isChoiceColumn(column)) return readChoice(column, text, reading.lexicon);
  switch (column) {
    case 'amount':
      return readAmount(cell ?? '', reading.language);
    case 'valueDate':
    case 'periodStart':
    case 'periodEnd':
      return readDate(text);
    default:
      return text.length > mappingLimits[column === 'activity' ? 'title' : 'note']
        ? { problem: 'too_long' }
        : { value: text };
  }
}

function readChoice(column: Parameters<Lexicon['codeOf']>[0], text: string, lexicon: Lexicon): ReadCell {
  // A label may hold a semicolon itself, so the whole is looked up first.
  const whole = lexicon.codeOf(column, text);
  if (whole !== null) return whole === 'ambiguous' ? { problem: 'ambiguous' } : { value: whole };
  const codes = text.split(';').map((part) => lexicon.codeOf(column, part.trim()));
  if (codes.length === 1 || codes.some((code) => code === null)) return { problem: 'unknown' };
  if (codes.includes('ambiguous')) return { problem: 'ambiguous' };
  return { value: codes.join(between) };
}

function readAmount(cell: Cell, language: Language): ReadCell {
  // Written out: 1e21 has no place among exact decimals.
  if (typeof cell === 'number') return { value: new Big(cell).toFixed() };
  const text = cellText(cell);
  const negative = /^(?:[-−–]\s*(.+)|\((.+)\))$/.exec(text);
  const digits = negative?.[1] ?? negative?.[2] ?? text;
  // What the sheet was given as exact text comes back as it is; only other writings are interpreted.
  const exact = /^\d+(\.\d+)?$/.test(digits) && !/^\d{1,3}\.\d{3}$/.test(digits);
  const amount = exact ? digits : parseAmount(digits, language)?.amount;
  if (amount === undefined) return { problem: 'amount_unread' };
  return { value: negative ? `-${amount}` : amount };
}

/** ISO, or day, month and year as they are written outside of the United States. */
function readDate(text: string): ReadCell {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?: 00:00)?$/.exec(text);
  const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]].map(Number)
    : local
      ? [local[3], local[2], local[1]].map(Number)
      : [];
  if (!year || !month || !day || !isRealDate(year, month, day)) return { problem: 'date_unread' };
  const two = (part: number) => String(part).padStart(2, '0');
  return { value: `${year}-${two(month)}-${two(day)}` };
}
