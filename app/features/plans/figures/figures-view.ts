import { pageOf } from '#domain/lists/page';
import { addAmounts } from '#domain/money';
import {
  currenciesOf,
  type FigureGroup,
  type FigureRow,
  type FigureRows,
  figuresByBlock,
  figuresByLead,
  figuresByObjective,
  figuresBySource,
  figuresByYear,
  type InstitutionRef,
  type Objective,
  type Totals,
  totalsByCurrency,
  type UnreadRow,
} from '#domain/plans';
import { type Grouping, none, type OpenedFigure, type Part, type Selection } from './selection';

/** One line of the table. `institution` is whom the key stands for, where it stands for one. */
export interface FigureLine {
  key: string;
  depth: number;
  totals: Totals;
  institution: InstitutionRef | null;
}

/** A row with the sign it has in the figure: funding takes away from a gap. */
export type OpenedRow = FigureRow;

export interface OpenedRows {
  figure: OpenedFigure;
  institution: InstitutionRef | null;
  /** The sum of all rows, on this page and the others. */
  sum: string;
  rows: OpenedRow[];
  total: number;
  page: number;
}

/** Everything the page of figures shows, in one currency. */
export interface FiguresView {
  currencies: string[];
  currency: string | null;
  totals: Totals | null;
  years: FigureLine[];
  lines: FigureLine[];
  opened: OpenedRows | null;
  unread: UnreadRow[];
}

export const rowsAPage = 50;

/** The same on the server, over the projection, and in the browser, over the live document. */
export function buildFiguresView(
  { rows, unread, objectives }: FigureRows & { objectives: readonly Objective[] },
  selection: Selection,
  usualCurrency: string,
): FiguresView {
  const currencies = currenciesOf(rows);
  const usual = currencies.includes(usualCurrency) ? usualCurrency : (currencies[0] ?? null);
  const currency = currencies.find((code) => code === selection.currency) ?? usual;
  const counted = rows.filter((row) => row.currency === currency);
  const groupsBy = (by: Grouping) => groupRows(by, counted, objectives);
  return {
    currencies,
    currency,
    totals: currency ? (totalsByCurrency(counted)[currency] ?? null) : null,
    years: linesOf('year', groupsBy('year'), currency),
    lines: linesOf(selection.by, groupsBy(selection.by), currency),
    opened: openRows(selection, counted, groupsBy),
    unread,
  };
}

type Group = FigureGroup<string | number | null> & { depth?: number };

function groupRows(by: Grouping, rows: FigureRow[], objectives: readonly Objective[]): Group[] {
  switch (by) {
    case 'year':
      return figuresByYear(rows);
    case 'objective':
      return figuresByObjective(rows, objectives);
    case 'block':
      return figuresByBlock(rows);
    case 'lead':
      return figuresByLead(rows);
    case 'source':
      return figuresBySource(rows);
  }
}

function linesOf(by: Grouping, groups: Group[], currency: string | null): FigureLine[] {
  return groups.flatMap((group) => {
    const totals = currency ? group.totals[currency] : undefined;
    if (!totals) return [];
    const institution = institutionOf(by, group.rows);
    return [{ key: keyOf(group.key), depth: group.depth ?? 0, totals, institution }];
  });
}

function openRows(
  { opened, page }: Selection,
  rows: FigureRow[],
  groupsBy: (by: Grouping) => Group[],
): OpenedRows | null {
  if (!opened) return null;
  const { by, key, part } = opened;
  const within = by === 'plan' ? rows : groupsBy(by).find((group) => keyOf(group.key) === key)?.rows;
  if (!within) return null;
  const found = within.flatMap((row) => signed(row, part));
  const shown = pageOf(found, { page, size: rowsAPage });
  return {
    figure: opened,
    institution: by === 'plan' ? null : institutionOf(by, within),
    sum: addAmounts('0', ...found.map(({ amount }) => amount)),
    rows: shown.rows,
    total: shown.total,
    page: shown.page,
  };
}

/** The row as it counts in a figure; nothing where it does not. */
function signed(row: FigureRow, part: Part): OpenedRow[] {
  const kind = part === 'toMobilise' ? 'to_mobilise' : part;
  if (kind !== 'gap') return row.kind === kind ? [row] : [];
  if (row.kind === 'cost') return [row];
  return row.kind === 'to_mobilise' || row.amount === '0' ? [] : [{ ...row, amount: `-${row.amount}` }];
}

function institutionOf(by: Grouping, rows: readonly FigureRow[]): InstitutionRef | null {
  if (by === 'lead') return rows[0]?.lead ?? null;
  return by === 'source' ? (rows[0]?.source ?? null) : null;
}

function keyOf(key: string | number | null): string {
  return key === null || key === '' ? none : String(key);
}
