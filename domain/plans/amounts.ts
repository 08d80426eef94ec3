import { parseAmount, type ReadAmount } from '../money';
import { parseFiscalYear } from './period';
import type { Reading } from './reading';
import type { CostLine, FundingLine } from './types';

/** Why the money of a line cannot be counted. */
export type Unread = 'amount' | 'currency_missing' | 'currency_differs';

export type LineMoney =
  | { state: 'read'; amount: string; currency: string; year: number | null }
  | { state: 'unread'; reason: Unread }
  | { state: 'empty' };

/**
 * What a cost or funding line says. An amount may bear its own currency ("USD 500"); where that differs from the
 * line's, the line is not counted. A year that cannot be read leaves the money without a year.
 */
export function moneyOfLine(line: CostLine | FundingLine, reading: Reading): LineMoney {
  if (line.amount.trim() === '') return { state: 'empty' };
  const parsed = parseAmount(line.amount, reading.language);
  if (!parsed) return { state: 'unread', reason: 'amount' };
  const currency = line.currency.trim().toUpperCase();
  if (disagrees(parsed, currency)) return { state: 'unread', reason: 'currency_differs' };
  const named = currency || parsed.currency;
  if (!named || !/^[A-Z]{3}$/.test(named)) return { state: 'unread', reason: 'currency_missing' };
  return { state: 'read', amount: parsed.amount, currency: named, year: parseFiscalYear(line.year, reading) };
}

function disagrees({ currency }: ReadAmount, lineCurrency: string): boolean {
  return currency !== null && lineCurrency !== '' && currency !== lineCurrency;
}
