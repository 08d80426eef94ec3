import { addDays, addMonths, type FiscalYear, fiscalYearName } from '#domain/calendars';
import type { Action } from '#domain/plans/types';

export type ColumnKind =
  | 'number'
  | 'title'
  | 'description'
  | 'objective'
  | 'lead'
  | 'supporters'
  | 'block'
  | 'themes'
  | 'start'
  | 'end'
  | 'cost'
  | 'other_years'
  | 'currency'
  | 'total'
  | 'secured'
  | 'gap'
  | 'status'
  | 'extra'
  | 'quarter';

interface Quarter {
  name: string;
  start: string;
  end: string;
}

export interface GridColumn {
  /** Stays the same over time: it is kept in addresses and in the browser's storage. */
  key: string;
  kind: ColumnKind;
  widthPx: number;
  isEditable: boolean;
  /** Of a cost column. */
  year?: FiscalYear;
  /** Of an operational view's column. */
  quarter?: Quarter;
  /** The header of an imported matrix's own column. */
  header?: string;
}

const computed: ReadonlySet<ColumnKind> = new Set([
  'number',
  'other_years',
  'total',
  'secured',
  'gap',
  'status',
  'quarter',
]);
const amounts: ReadonlySet<ColumnKind> = new Set(['cost', 'other_years', 'total', 'secured', 'gap']);

/** Columns that hold money, set from the end so that digits stand under digits. */
export function isAmount({ kind }: GridColumn): boolean {
  return amounts.has(kind);
}

/** The first two stay in view while the others scroll. */
export const stickyColumns = 2;

const widths: Partial<Record<ColumnKind, number>> = {
  number: 80,
  title: 320,
  description: 320,
  objective: 200,
  lead: 112,
  supporters: 176,
  block: 132,
  themes: 190,
  start: 92,
  end: 92,
  cost: 130,
  other_years: 130,
  currency: 92,
  total: 180,
  secured: 170,
  gap: 190,
  status: 170,
  quarter: 54,
};

function column(kind: ColumnKind, rest: Partial<GridColumn> = {}): GridColumn {
  return { key: kind, kind, widthPx: widths[kind] ?? 160, isEditable: !computed.has(kind), ...rest };
}

/** The five-year view: everything about an action, a cost column for each fiscal year of the horizon. */
export function yearColumns(
  years: readonly FiscalYear[],
  { extraHeaders, hasOtherYears }: { extraHeaders: readonly string[]; hasOtherYears: boolean },
): GridColumn[] {
  return [
    column('number'),
    column('title'),
    column('description'),
    column('objective'),
    column('lead'),
    column('supporters'),
    column('block'),
    column('themes'),
    column('start'),
    column('end'),
    ...years.map((year) => column('cost', { key: `cost:${year.year}`, year })),
    ...(hasOtherYears ? [column('other_years')] : []),
    column('currency'),
    column('total'),
    column('secured'),
    column('gap'),
    column('status'),
    ...extraHeaders.map((header) => column('extra', { key: `extra:${header}`, header })),
  ];
}

/** The operational view: 24 months by quarter from the start of a fiscal year, and who leads. */
export function quarterColumns(
  from: FiscalYear,
  quarterName: (part: number, year: string) => string,
): GridColumn[] {
  const quarters = Array.from({ length: 8 }, (_, index) => {
    const start = addMonths(from.start, index * 3);
    const end = addDays(addMonths(from.start, index * 3 + 3), -1);
    const yearStart = addMonths(from.start, index < 4 ? 0 : 12);
    const yearEnd = addDays(addMonths(yearStart, 12), -1);
    const year = fiscalYearName({ ...from, start: yearStart, end: yearEnd });
    return { name: quarterName((index % 4) + 1, year), start, end };
  });
  return [
    column('number'),
    column('title'),
    column('lead'),
    ...quarters.map((quarter) => column('quarter', { key: `quarter:${quarter.start}`, quarter })),
    column('start'),
    column('end'),
    column('status'),
  ];
}

/** Hidden until someone asks for them. */
export const hiddenAtFirst: readonly string[] = ['description', 'themes'];

/** Headers of imported columns over all actions, in the order of the alphabet. */
export function extraHeadersOf(actions: readonly Action[]): string[] {
  const headers = new Set<string>();
  for (const { extra } of actions) for (const header of Object.keys(extra)) headers.add(header);
  return [...headers].sort((a, b) => a.localeCompare(b));
}
