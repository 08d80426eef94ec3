import Big from 'big.js';
import { moneyOfLine } from '../amounts';
import { parseFiscalYear } from '../period';
import type { Reading } from '../reading';
import type { CostLine, FundingLine } from '../types';
import { unambiguous } from './amounts';
import type { Cell } from './table';

/** Lines of money as one cell of an exported matrix. */
export interface MoneyCell<L> {
  /** The fiscal year, or '' where none can be read. */
  year: string;
  currency: string;
  lines: L[];
  cell: Cell;
}

/**
 * An action's costs as an export writes them: one cell for each year and currency, which holds the sum of the lines
 * where all can be read, else all as typed. The update reads the same cells, to tell what a file has changed.
 */
export function costCells(costs: readonly CostLine[], reading: Reading): MoneyCell<CostLine>[] {
  const cells = new Map<string, MoneyCell<CostLine>>();
  for (const line of costs) {
    const year = String(parseFiscalYear(line.year, reading) ?? '');
    const currency = currencyOf(line, reading);
    const key = `${year} ${currency}`;
    const { lines } = cells.get(key) ?? { lines: [] };
    cells.set(key, { year, currency, lines: [...lines, line], cell: '' });
  }
  return [...cells.values()].map((one) => ({ ...one, cell: sumCell(one.lines, reading) }));
}

/** A funding line has a row of its own, which names its year as typed. */
export function fundingCell(line: FundingLine, reading: Reading): MoneyCell<FundingLine> {
  const currency = line.amount.trim() ? currencyOf(line, reading) : '';
  return { year: line.year, currency, lines: [line], cell: sumCell([line], reading) };
}

/** One line as it would stand alone. */
export function lineCell(line: CostLine | FundingLine, reading: Reading): Cell {
  return sumCell([line], reading);
}

function currencyOf(line: CostLine | FundingLine, reading: Reading): string {
  const money = moneyOfLine(line, reading);
  return money.state === 'read' ? money.currency : line.currency.trim().toUpperCase();
}

function sumCell(lines: readonly (CostLine | FundingLine)[], reading: Reading): Cell {
  const read = lines.flatMap((line) => {
    const money = moneyOfLine(line, reading);
    return money.state === 'empty' ? [] : [{ money, typed: line.amount }];
  });
  const [first, ...others] = read;
  if (!first) return '';
  const amounts = read.flatMap(({ money }) => (money.state === 'read' ? [money.amount] : []));
  if (amounts.length < read.length) return read.map(({ typed }) => typed).join(' + ');
  const sum = amounts.reduce((all, amount) => all.plus(amount), new Big(0));
  // A spreadsheet holds 15 digits exactly.
  if (sum.toFixed().replace(/\D/g, '').length <= 15) return sum.toNumber();
  return others.length === 0 ? first.typed : unambiguous(sum);
}
