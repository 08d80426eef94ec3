import { compareAmounts, parseAmount, sumByCurrency } from '#domain/money';
import type { Money } from '#domain/money/money';
import { moneyOfLine, totalsByCurrency } from '#domain/plans';
import type { Reading } from '#domain/plans/reading';
import type { Action, CostLine } from '#domain/plans/types';
import { type CellReading, exportText, yearLines } from './cell-text';
import type { GridColumn } from './columns';

/** Money as it counts, an exact decimal; without a currency where its line names none. */
export interface CopiedMoney {
  amount: string;
  currency: string | null;
}

/** What a cell holds, whoever reads it in whatever language; null leaves the cell that it is pasted on as it is. */
export type CopiedCell = string | CopiedMoney | null;

/** Beside the text for spreadsheets, which is in the reader's language, while plans are read in their own. */
export const copiedType = 'application/x-concord-cells';

export function copiedCell(action: Action, column: GridColumn, reading: CellReading): CopiedCell {
  // Several currencies go with their amounts; none of them is that of all.
  if (column.kind === 'currency' && new Set(action.costs.map((line) => line.currency)).size > 1) return null;
  return soleMoney(action, column, reading) ?? exportText(action, column, reading);
}

export function writeCopied(cells: readonly (readonly CopiedCell[])[]): string {
  return JSON.stringify(cells);
}

/** The texts that a plan reads as what was copied; null where the clipboard holds nothing of Concord's. */
export function readCopied(data: string, reading: Reading): (string | undefined)[][] | null {
  const cells = parse(data);
  if (!isTable(cells)) return null;
  return cells.map((row) =>
    row.map((cell) =>
      typeof cell === 'string' ? cell : cell === null ? undefined : moneyText(cell, reading),
    ),
  );
}

/** Money as the plan's language reads it back; without its currency where the code is none that is known. */
function moneyText({ amount, currency }: CopiedMoney, { language }: Reading): string {
  const plain = language === 'en' ? amount : amount.replace('.', ',');
  const whole = currency === null ? plain : `${plain} ${currency}`;
  const read = parseAmount(whole, language);
  const isExact = read?.currency === currency && compareAmounts(read.amount, amount) === 0;
  return isExact ? whole : plain;
}

/** The one amount that a cell shows; null where it shows none, several, or something that is not read as one. */
function soleMoney(action: Action, column: GridColumn, reading: CellReading): CopiedMoney | null {
  switch (column.kind) {
    case 'cost':
    case 'other_years':
      return ofLines(action, column, reading);
    case 'total':
      return ofTotals(action, 'cost', reading);
    case 'secured':
    case 'gap':
      return ofTotals(action, column.kind, reading);
    default:
      return null;
  }
}

function ofLines(action: Action, column: GridColumn, reading: CellReading): CopiedMoney | null {
  const lines = yearLines(action, column, reading);
  const read: Money[] = [];
  for (const each of lines) {
    const money = moneyOfLine(each, reading.context.reading);
    if (money.state === 'unread') return lines.length === 1 ? ofUnread(each, reading) : null;
    if (money.state === 'read') read.push(money);
  }
  const [sole, ...others] = read;
  // As it is written, noughts at its end included.
  if (sole && others.length === 0) return { amount: sole.amount, currency: sole.currency };
  return soleOf(sumByCurrency(read));
}

/** The amount may be read where the currency is what is amiss. */
function ofUnread({ amount }: CostLine, { context }: CellReading): CopiedMoney | null {
  const typed = parseAmount(amount, context.reading.language);
  if (!typed || (typed.mark !== null && typed.currency === null)) return null;
  return { amount: typed.amount, currency: typed.currency };
}

function ofTotals(
  action: Action,
  part: 'cost' | 'secured' | 'gap',
  { facts }: CellReading,
): CopiedMoney | null {
  const totals = Object.entries(totalsByCurrency(facts(action).rows));
  const shown = totals.filter(([, of]) => part === 'gap' || of[part] !== '0');
  const sole = soleOf(Object.fromEntries(shown.map(([currency, of]) => [currency, of[part]])));
  return sole?.amount.startsWith('-') ? null : sole;
}

function soleOf(sums: Record<string, string>): CopiedMoney | null {
  const [sole, ...others] = Object.entries(sums);
  return sole && others.length === 0 ? { currency: sole[0], amount: sole[1] } : null;
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data || 'null');
  } catch {
    return null;
  }
}

/** Any page can put something on the clipboard by this name. */
function isTable(cells: unknown): cells is CopiedCell[][] {
  const isRow = (row: unknown) => Array.isArray(row) && row.length > 0 && row.every(isCell);
  return Array.isArray(cells) && cells.length > 0 && cells.every(isRow);
}

function isCell(cell: unknown): cell is CopiedCell {
  if (cell === null || typeof cell === 'string') return true;
  if (typeof cell !== 'object') return false;
  const { amount, currency } = cell as Partial<CopiedMoney>;
  const isDecimal = typeof amount === 'string' && /^\d+(\.\d+)?$/.test(amount);
  return isDecimal && (currency === null || (typeof currency === 'string' && currency !== ''));
}
