import type { PlanContent } from '../read';
import type { Reading } from '../reading';
import type { Action, InstitutionRef, Objective } from '../types';
import { placeOfAction } from './action-place';
import type { MatrixField } from './mapping';
import { costCells, fundingCell, type MoneyCell } from './money-cells';
import { isExtraHeader, readHeader } from './read-header';
import type { Cell } from './table';

export interface TableWords {
  /** The header of each field, in a language whose headers the importer knows; of 'extra', what marks one. */
  header: (field: Exclude<MatrixField, 'ignore' | 'costTotal' | 'period' | 'timeMark' | 'number'>) => string;
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
  const costs = costColumns(actions, reading);
  const extras = [...new Set(actions.flatMap((action) => Object.keys(action.extra)))];
  const byId = new Map(objectives.map((objective) => [objective.id as string, objective]));
  const header: Cell[] = [
    ...(
      ['id', 'orientation', 'axis', 'objective', 'title', 'description', 'lead', 'supporters'] as const
    ).map(words.header),
    ...(['block', 'themes', 'start', 'end'] as const).map(words.header),
    ...costs.map(({ year, currency }) => words.cost(year, currency)),
    ...(['fundingSource', 'fundingYear', 'fundingSecured', 'currency', 'certainty'] as const).map(
      words.header,
    ),
    ...(['indicator', 'baseline', 'target', 'indicatorYear', 'verification'] as const).map(words.header),
    ...extras.map((key) => extraHeader(key, words)),
  ];
  const rows = actions.flatMap((action) => {
    const count = Math.max(1, action.funding.length, action.indicators.length);
    return Array.from({ length: count }, (_, index) => {
      // Each row bears the id, so that rows that someone sorts stay together.
      const first = index === 0 ? firstCells(action, byId, words) : [action.id, ...Array<Cell>(11).fill('')];
      const money = index === 0 ? costsOf(action, costs, reading) : costs.map(() => '');
      const rest = extras.map((key) =>
        index === 0 && Object.hasOwn(action.extra, key) ? (action.extra[key] ?? '') : '',
      );
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

/** A header that the importer would take for a field of its own ("Coût total") is marked as what it is. */
function extraHeader(key: string, words: TableWords): string {
  const isPlain = !isExtraHeader(key) && ['extra', 'number'].includes(readHeader([key]).field);
  return isPlain ? key : `${words.header('extra')}: ${key}`;
}

function firstCells(action: Action, byId: ReadonlyMap<string, Objective>, words: TableWords): Cell[] {
  const place = placeOfAction(action, byId);
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

type CostColumn = Pick<MoneyCell<unknown>, 'year' | 'currency'>;

function costColumns(actions: readonly Action[], reading: Reading): CostColumn[] {
  const columns = new Map<string, CostColumn>();
  for (const { year, currency } of actions.flatMap(({ costs }) => costCells(costs, reading))) {
    columns.set(`${year} ${currency}`, { year, currency });
  }
  return [...columns.values()].sort((a, b) =>
    `${a.year} ${a.currency}` < `${b.year} ${b.currency}` ? -1 : 1,
  );
}

function costsOf(action: Action, columns: readonly CostColumn[], reading: Reading): Cell[] {
  const cells = costCells(action.costs, reading);
  return columns.map(
    ({ year, currency }) => cells.find((one) => one.year === year && one.currency === currency)?.cell ?? '',
  );
}

function fundingCells(action: Action, index: number, reading: Reading, words: TableWords): Cell[] {
  const line = action.funding[index];
  if (!line) return ['', '', '', '', ''];
  const { year, cell, currency } = fundingCell(line, reading);
  return [words.institution(line), year, cell, currency, words.certainty(line.certainty)];
}

function indicatorCells(action: Action, index: number): Cell[] {
  const indicator = action.indicators[index];
  if (!indicator) return ['', '', '', '', ''];
  const { name, baseline, target, year, source } = indicator;
  return [name, baseline, target, year, source];
}
