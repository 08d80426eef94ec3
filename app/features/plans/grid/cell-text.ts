import type { Format } from '#app/i18n/make-format';
import { sumByCurrency } from '#domain/money';
import { moneyOfLine, parseFiscalYear, totalsByCurrency } from '#domain/plans';
import type { Action, CostLine, ReportStatus } from '#domain/plans/types';
import type { ActionFacts } from './action-facts';
import type { GridColumn } from './columns';
import { inCurrencyOrder } from './currency-order';
import type { PlacedObjective } from './objective-tree';
import type { PlanContext } from './plan-context';

export interface CellReading {
  context: PlanContext;
  facts: (action: Action) => ActionFacts;
  format: Format;
  numberOf: (action: Action) => string;
  objectiveOf: (action: Action) => PlacedObjective | undefined;
  /** A gap, or how far funding goes beyond the costs. */
  gapWords: (gap: string, write: (amount: string) => string) => string;
  statusLabel: (status: ReportStatus | 'overdue' | 'not_reported') => string;
}

/** What a cell says, in the reader's language. */
export function cellText(action: Action, column: GridColumn, reading: CellReading): string {
  const { context, facts, format } = reading;
  switch (column.kind) {
    case 'number':
      return reading.numberOf(action);
    case 'title':
    case 'description':
    case 'start':
    case 'end':
      return action[column.kind];
    case 'objective':
      return objectiveLabel(reading.objectiveOf(action));
    case 'lead':
      return context.directory.label(action.lead);
    case 'supporters':
      return action.supporters.map((ref) => context.directory.label(ref)).join('; ');
    case 'block':
      return context.blocks.label(action.block);
    case 'themes':
      return action.themes.map(context.themes.label).join('; ');
    case 'cost':
      return costText(yearLines(action, column, reading), reading, (text) => format.decimal(text));
    case 'other_years':
      return costText(yearLines(action, column, reading), reading, (text, currency) =>
        format.money(text, currency),
      );
    case 'currency':
      return [...new Set(action.costs.map((line) => line.currency).filter(Boolean))].join('; ');
    case 'total':
      return totalsText(facts(action), 'cost', reading);
    case 'secured':
      return totalsText(facts(action), 'secured', reading);
    case 'gap':
      return totalsText(facts(action), 'gap', reading);
    case 'status':
      return reading.statusLabel(shownStatus(facts(action)));
    case 'extra':
      return action.extra[column.header ?? ''] ?? '';
    case 'quarter':
      return runsIn(facts(action), column) ? '■' : '';
  }
}

/** For the clipboard and for files: amounts as plain numbers that spreadsheets read as such. */
export function exportText(action: Action, column: GridColumn, reading: CellReading): string {
  if (column.kind === 'gap') {
    const gapWords: CellReading['gapWords'] = (gap, write) => write(gap);
    return totalsText(reading.facts(action), 'gap', { ...reading, gapWords });
  }
  if (column.kind !== 'cost') return cellText(action, column, reading);
  return costText(yearLines(action, column, reading), reading, (text) => plainDecimal(text, reading.format));
}

/** What an editor opens with: what was typed, not what it was read as. */
export function editText(action: Action, column: GridColumn, reading: CellReading): string {
  if (column.kind !== 'cost') return cellText(action, column, reading);
  return yearLines(action, column, reading)[0]?.amount ?? '';
}

/** "Overdue" comes before the last report, since it is what calls for someone. */
export function shownStatus({ isOverdue, status }: ActionFacts): ReportStatus | 'overdue' | 'not_reported' {
  return isOverdue ? 'overdue' : (status ?? 'not_reported');
}

export function objectiveLabel(placed: PlacedObjective | undefined): string {
  return placed ? `${placed.number} ${placed.objective.title}`.trim() : '';
}

export function runsIn({ period }: ActionFacts, { quarter }: GridColumn): boolean {
  return Boolean(period && quarter && period.start <= quarter.end && period.end >= quarter.start);
}

/** The cost lines that a column shows: those of its year, or those of no year of the horizon. */
export function yearLines(action: Action, column: GridColumn, { context }: CellReading): CostLine[] {
  return action.costs.filter((line) => {
    const year = parseFiscalYear(line.year, context.reading);
    return column.kind === 'cost'
      ? year === column.year?.year
      : !context.years.some((shown) => shown.year === year);
  });
}

/** Several lines are added up by currency; what cannot be read is shown as it was typed. */
function costText(
  lines: readonly CostLine[],
  { context, format }: CellReading,
  write: (amount: string, currency: string) => string,
): string {
  if (lines.length === 1 && lines[0]) {
    const money = moneyOfLine(lines[0], context.reading);
    return money.state === 'read' ? write(money.amount, money.currency) : lines[0].amount;
  }
  const read: { amount: string; currency: string }[] = [];
  const unread: string[] = [];
  for (const line of lines) {
    const money = moneyOfLine(line, context.reading);
    if (money.state === 'read') read.push(money);
    else if (money.state === 'unread') unread.push(line.amount);
  }
  const sums = Object.entries(sumByCurrency(read));
  const sole = sums.length === 1 && unread.length === 0 ? sums[0] : undefined;
  if (sole) return write(sole[1], sole[0]);
  return [...sums.map(([currency, sum]) => format.money(sum, currency)), ...unread].join(' + ');
}

function totalsText(
  { rows }: ActionFacts,
  part: 'cost' | 'secured' | 'gap',
  { format, gapWords, context }: Pick<CellReading, 'format' | 'gapWords' | 'context'>,
): string {
  return inCurrencyOrder(totalsByCurrency(rows), context.currency)
    .filter(([, totals]) => part === 'gap' || totals[part] !== '0')
    .map(([currency, totals]) => gapWords(totals[part], (amount) => format.money(amount, currency)))
    .join(' + ');
}

/**
 * Without spaces between thousands, with the reader's decimal mark. "1.125" gets a nought, since where the plan's
 * language is another one it would be read as a thousand when it is pasted as text.
 */
function plainDecimal(amount: string, { locale }: Format): string {
  const exact = /^\d{1,3}\.\d{3}$/.test(amount) ? `${amount}0` : amount;
  return locale.startsWith('en') ? exact : exact.replace('.', ',');
}
