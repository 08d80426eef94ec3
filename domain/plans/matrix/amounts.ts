import Big from 'big.js';
import type { Unit } from './mapping';
import { currencyIn } from './money-words';
import { type Cell, cellText } from './table';

export type AmountReading =
  | { state: 'empty' }
  /** `text` is exact, with a point for decimals and no grouping; `currency` only where the cell itself names one. */
  | { state: 'read'; text: string; currency: string; isNegative: boolean }
  | { state: 'not_understood'; text: string };

/** What people type for "no amount": a dash, "n/a", "s.o.", "PM" (pour mémoire), "néant". */
const nothing =
  /^(|[-–—_./\\]+|n\.?\/?a\.?|n\.?d\.?|s\.?\/?o\.?|p\.?m\.?|n[ée]ant|none|nil|sans objet|ninguno)$/i;

const scales: readonly (readonly [RegExp, string])[] = [
  [/\s*(milliards?|billions?|mds?)\b\.?/i, '1000000000'],
  [/\s*(millions?|millones|mill[oó]n|mio)\b\.?/i, '1000000'],
  [/\s*(milliers?|thousands?|mille|mil|k)\b\.?/i, '1000'],
];

/** Reads one amount with the matrix's decimal sign and the column's unit; exact, never through floating point. */
export function readAmount(cell: Cell, { decimal, unit }: { decimal: ',' | '.'; unit: Unit }): AmountReading {
  if (typeof cell === 'number') return read(new Big(cell).times(unit), '');
  const typed = cellText(cell);
  if (nothing.test(typed)) return { state: 'empty' };
  const currency = currencyIn(typed);
  let rest = withoutCurrency(typed);
  let scale: string = unit;
  for (const [pattern, factor] of scales) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, '').trim();
    scale = factor; // "1,5 million" says its own unit.
    break;
  }
  const plain = plainNumber(rest, decimal);
  if (plain === null) return { state: 'not_understood', text: typed };
  return read(new Big(plain).times(scale), currency);
}

function withoutCurrency(typed: string): string {
  return typed
    .replace(
      /US\s?\$|[$€]|F\s?CFA|\b(?:[A-Z]{3}|Ar|ariary|MGA|FBu|KSh|dollars?|euros?|francs?)\b\.?/gi,
      (word) => (currencyIn(word) ? ' ' : word),
    )
    .replace(/\bde\s*$/i, '')
    .trim();
}

/** "1 250 000,50" or "1.250.000,50" with a comma for decimals is "1250000.50"; null where the signs contradict that. */
function plainNumber(text: string, decimal: ',' | '.'): string | null {
  const isNegative = /^[-−(]/.test(text);
  const bare = text.replace(/^[-−+(]\s*|\)$/g, '').replace(/[\s'’]/g, '');
  if (!/^[\d.,]+$/.test(bare)) return null;
  const group = decimal === ',' ? '.' : ',';
  const pattern = decimal === ',' ? /^\d+$|^\d{1,3}(\.\d{3})+$/ : /^\d+$|^\d{1,3}(,\d{3})+$/;
  const [whole = '', fraction, ...more] = bare.split(decimal);
  if (
    more.length > 0 &&
    bare
      .split(decimal)
      .slice(1)
      .every((part) => part.length === 3)
  ) {
    return (isNegative ? '-' : '') + bare.replaceAll(decimal, ''); // Two of them: they group thousands.
  }
  if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return null;
  if (!pattern.test(whole)) {
    // "12.5" in a matrix of commas: a group of other than three digits can only be decimals.
    const [units = '', rest = '', ...others] = bare.split(group);
    const isOdd =
      fraction === undefined && others.length === 0 && rest.length !== 3 && /^\d+$/.test(units + rest);
    return isOdd ? `${isNegative ? '-' : ''}${units || '0'}.${rest || '0'}` : null;
  }
  return `${isNegative ? '-' : ''}${whole.replaceAll(group, '')}${fraction ? `.${fraction}` : ''}`;
}

function read(value: Big, currency: string): AmountReading {
  return { state: 'read', text: unambiguous(value), currency, isNegative: value.lt(0) };
}

/** Three decimals could be taken for thousands ("12.125"): a fourth one rules that out. */
export function unambiguous(value: Big): string {
  const text = value.toFixed();
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** Which sign marks decimals, from every amount typed as text; `fallback` (the language's) where none tells. */
export function guessDecimal(
  cells: readonly Cell[],
  fallback: ',' | '.',
): { decimal: ',' | '.'; isSure: boolean } {
  const told = { ',': 0, '.': 0 };
  const likely = { ',': 0, '.': 0 };
  for (const cell of cells) {
    if (typeof cell === 'number') continue;
    const typed = cellText(cell);
    if (!/^\D{0,5}\d[\d\s.,'’]*\D{0,12}$/.test(typed)) continue;
    const sign = decimalSignOf(typed.replace(/[^\d.,]/g, ''));
    if (sign) (sign.isSure ? told : likely)[sign.decimal]++;
  }
  const evidence = told[','] + told['.'] > 0 ? told : likely;
  if (evidence[','] === evidence['.']) return { decimal: fallback, isSure: false };
  const isSure = evidence === told && (told[','] === 0 || told['.'] === 0);
  return { decimal: evidence[','] > evidence['.'] ? ',' : '.', isSure };
}

function decimalSignOf(digits: string): { decimal: ',' | '.'; isSure: boolean } | null {
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma >= 0 && point >= 0) return { decimal: comma > point ? ',' : '.', isSure: true };
  if (comma < 0 && point < 0) return null;
  const sign = comma >= 0 ? ',' : '.';
  const other = sign === ',' ? '.' : ',';
  const parts = digits.split(sign);
  if (parts.length > 2) return { decimal: other, isSure: true }; // 1.250.000: it groups.
  // Budgets are not written to a thousandth: "30,000" groups, unless another amount says otherwise.
  return parts[1]?.length === 3 ? { decimal: other, isSure: false } : { decimal: sign, isSure: true };
}
