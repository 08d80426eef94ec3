import { type LineMoney, moneyOfLine } from '../amounts';
import type { PlanContent } from '../read';
import type { Reading } from '../reading';
import type { Action, InstitutionRef, Objective } from '../types';
import type { MatrixField } from './mapping';
import type { Cell } from './table';

export interface TableWords {
  /** The header of each field, in a language whose headers the importer knows. */
  header: (
    field: Exclude<MatrixField, 'extra' | 'ignore' | 'costTotal' | 'period' | 'timeMark' | 'number'>,
  ) => string;
  block: (code: string) => string;
  theme: (code: string) => string;
  certainty: (code: string) => string;
  institution: (ref: InstitutionRef) => string;
  /** "Cost 2026 (MGA)". */
  cost: (year: string, currency: string) => string;
}

/**
 * The plan as a matrix that the importer reads back: a row for an action, a further row without a title for each
 * further indicator or funding line, a column for each year and currency of cost.
 */
export function writeTable(
  { objectives, actions }: PlanContent,
  reading: Reading,
  words: TableWords,
): Cell[][] {
  const costs = costColumns(actions);
  const extras = [...new Set(actions.flatMap((action) => Object.keys(action.extra)))];
  const byId = new Map(objectives.map((objective) => [objective.id as string, objective]));
  const header: Cell[] = [
    ...(
      ['id', 'orientation', 'axis', 'objective', 'title', 'description', 'lead', 'supporters'] as const
    ).map(words.header),
    ...(['block', 'themes', 'start', 'end'] as const).map(words.header),
    ...costs.map(({ year, currency }) => words.cost(year, currency)),
    ...(['fundingSource', 'fundingSecured', 'currency', 'certainty'] as const).map(words.header),
    ...(['indicator', 'baseline', 'target', 'indicatorYear', 'verification'] as const).map(words.header),
    ...extras,
  ];
  const rows = actions.flatMap((action) => {
    const count = Math.max(1, action.funding.length, action.indicators.length);
    return Array.from({ length: count }, (_, index) => {
      const first = index === 0 ? firstCells(action, byId, words) : Array<Cell>(12).fill('');
      const money = costs.map((column) => (index === 0 ? costCell(action, column, reading) : ''));
      const rest = extras.map((key) => (index === 0 ? (action.extra[key] ?? '') : ''));
      return [
        ...first,
        ...money,
        ...fundingCells(action, index, reading, words),
        ...indicatorCells(action, index),
        ...rest,
      ];
    });
  });
  return [header, ...rows];
}

function firstCells(action: Action, byId: ReadonlyMap<string, Objective>, words: TableWords): Cell[] {
  const place = { orientation: '', axis: '', objective: '' };
  for (let id: string | null = action.objectiveId; id; ) {
    const objective: Objective | undefined = byId.get(id);
    if (!objective || place[objective.level]) break;
    place[objective.level] = objective.title;
    id = objective.parentId;
  }
  return [
    action.id,
    place.orientation,
    place.axis,
    place.objective,
    action.title,
    action.description,
    words.institution(action.lead),
    action.supporters.map(words.institution).join('; '),
    action.block && words.block(action.block),
    action.themes.map(words.theme).join('; '),
    action.start,
    action.end,
  ];
}

interface CostColumn {
  year: string;
  currency: string;
}

function costColumns(actions: readonly Action[]): CostColumn[] {
  const columns = new Map<string, CostColumn>();
  for (const { year, currency } of actions.flatMap((action) => action.costs)) {
    columns.set(`${year} ${currency}`, { year, currency });
  }
  return [...columns.values()].sort((a, b) =>
    `${a.year} ${a.currency}` < `${b.year} ${b.currency}` ? -1 : 1,
  );
}

/** Two lines of one year and currency are one cell: their sum where both can be read, else both as typed. */
function costCell(action: Action, column: CostColumn, reading: Reading): Cell {
  const lines = action.costs.filter((line) => line.year === column.year && line.currency === column.currency);
  const read = lines.map((line) => amountCell(moneyOfLine(line, reading), line.amount));
  if (read.length === 0) return '';
  if (read.every((cell) => typeof cell === 'number'))
    return read.reduce<number>((sum, cell) => sum + Number(cell), 0);
  return read.join(' + ');
}

/** A number where a spreadsheet holds it exactly; else the text as typed. */
function amountCell(money: LineMoney, typed: string): Cell {
  if (money.state === 'empty') return '';
  const isExact = money.state === 'read' && money.amount.replace(/\D/g, '').length <= 15;
  return isExact ? Number(money.amount) : typed;
}

function fundingCells(action: Action, index: number, reading: Reading, words: TableWords): Cell[] {
  const line = action.funding[index];
  if (!line) return ['', '', '', ''];
  return [
    words.institution(line),
    amountCell(moneyOfLine(line, reading), line.amount),
    line.amount ? line.currency : '',
    words.certainty(line.certainty),
  ];
}

function indicatorCells(action: Action, index: number): Cell[] {
  const indicator = action.indicators[index];
  if (!indicator) return ['', '', '', '', ''];
  const { name, baseline, target, year, source } = indicator;
  return [name, baseline, target, year, source];
}
