import type { ActivityId, InstitutionId } from '../ids';
import { isTheme, type Theme } from '../themes';
import { type ActivityStatus, activityStatuses, type FactKind, factKinds } from './kinds';
import { type ActivityProblem, activityProblems } from './problems';

/** In an address, money that has no country, sector, theme or year. */
export const none = 'none';

/** Which parts of facts are meant: a figure's, and those of the rows that it opens to. Null: any. '' and 0: none. */
export interface PartFilter {
  activityId: ActivityId | null;
  partnerId: InstitutionId | null;
  country: string | null;
  theme: Theme | '' | null;
  sector: string | null;
  kind: FactKind | null;
  year: number | null;
  /** First day of the fiscal year; '' where no date is known. */
  fiscalYear: string | null;
  currency: string | null;
  /** Only what could not be converted into this. */
  notConverted: 'usd' | 'local' | null;
}

export const anyPart: PartFilter = {
  activityId: null,
  partnerId: null,
  country: null,
  theme: null,
  sector: null,
  kind: null,
  year: null,
  fiscalYear: null,
  currency: null,
  notConverted: null,
};

/** Reads the filter from an address; what is not understood is no filter. */
export function partFilterOf(params: URLSearchParams): PartFilter {
  const text = (name: string) => params.get(name) || null;
  const orNone = (name: string) => (text(name) === none ? '' : text(name));
  const theme = orNone('theme');
  const converted = text('not_converted');
  return {
    activityId: text('activity') as ActivityId | null,
    partnerId: text('partner') as InstitutionId | null,
    country: orNone('country'),
    theme: theme === '' || isTheme(theme) ? theme : null,
    sector: orNone('sector'),
    kind: factKinds.find((kind) => kind === text('kind')) ?? null,
    year: yearOf(text('year')),
    fiscalYear: orNone('fy'),
    currency: orNone('currency'),
    notConverted: converted === 'usd' || converted === 'local' ? converted : null,
  };
}

/** The address of the rows behind a figure, beside what the page itself keeps in its own (`kept`). */
export function partParams(filter: Partial<PartFilter>, kept: Record<string, string> = {}): URLSearchParams {
  const params = new URLSearchParams(kept);
  const set = (name: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined) params.set(name, value === '' ? none : value);
  };
  set('activity', filter.activityId);
  set('partner', filter.partnerId);
  set('country', filter.country);
  set('theme', filter.theme);
  set('sector', filter.sector);
  set('kind', filter.kind);
  set('year', filter.year === 0 ? none : filter.year?.toString());
  set('fy', filter.fiscalYear);
  set('currency', filter.currency);
  set('not_converted', filter.notConverted);
  return params;
}

/** Which activities a list shows. */
export interface ActivityFilter extends Omit<PartFilter, 'activityId' | 'notConverted'> {
  search: string;
  status: ActivityStatus | null;
  /** One of the problems, or any of them. */
  problem: ActivityProblem | 'any' | null;
}

export function activityFilterOf(params: URLSearchParams): Omit<ActivityFilter, 'search'> {
  const { activityId: _activity, notConverted: _notConverted, ...filter } = partFilterOf(params);
  const problem = params.get('problem');
  return {
    ...filter,
    status: activityStatuses.find((status) => status === params.get('status')) ?? null,
    problem: problem === 'any' ? 'any' : (activityProblems.find((known) => known === problem) ?? null),
  };
}

export const activitySorts = ['title', 'start', 'changed'] as const;
export type ActivitySort = (typeof activitySorts)[number];

/** `amount` is the counted one, by currency; `usd` and `local` are as converted. */
export const factSorts = ['year', 'activity', 'amount', 'usd', 'local'] as const;
export type FactSort = (typeof factSorts)[number];

function yearOf(text: string | null): number | null {
  if (text === none) return 0;
  return text && /^\d{4}$/.test(text) ? Number(text) : null;
}
