/** By what the table groups. `lead`: who leads the action; `source`: who gives the funding. */
export const groupings = ['year', 'objective', 'block', 'lead', 'source'] as const;
export type Grouping = (typeof groupings)[number];

export const parts = ['cost', 'secured', 'partly', 'toMobilise', 'gap'] as const;
export type Part = (typeof parts)[number];

/** The figure whose rows are open: of one group, or of the whole plan. */
export interface OpenedFigure {
  by: Grouping | 'plan';
  key: string;
  part: Part;
}

/** What the address says. */
export interface Selection {
  /** Null: the first one. */
  currency: string | null;
  by: Grouping;
  opened: OpenedFigure | null;
  page: number;
}

/** The key of money that has no year, objective, block or institution. */
export const none = 'none';

export function readSelection(params: URLSearchParams): Selection {
  const by = oneOf(groupings, params.get('by')) ?? 'year';
  return {
    currency: params.get('currency'),
    by,
    opened: readOpened(params),
    page: Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1),
  };
}

function readOpened(params: URLSearchParams): OpenedFigure | null {
  const by = oneOf([...groupings, 'plan'] as const, params.get('of'));
  const part = oneOf(parts, params.get('part'));
  const key = params.get('key') ?? none;
  return by && part ? { by, key, part } : null;
}

/** The address with these rows open, or with none (null). */
export function addressOf({ currency, by }: Selection, opened: OpenedFigure | null): string {
  const params = new URLSearchParams();
  if (currency) params.set('currency', currency);
  params.set('by', by);
  if (!opened) return `?${params}`;
  params.set('of', opened.by);
  params.set('key', opened.key);
  params.set('part', opened.part);
  return `?${params}#rows`;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | null {
  return values.find((value) => value === text) ?? null;
}
