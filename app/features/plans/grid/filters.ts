import type { InstitutionId } from '#domain/ids';
import { reportStatuses } from '#domain/plans/types';

export const institutionRoles = ['any', 'lead', 'supporting'] as const;
export type InstitutionRole = (typeof institutionRoles)[number];

/** "overdue" is derived from the end and the latest report; it is never stored. */
export const statusFilters = [...reportStatuses, 'overdue', 'not_reported'] as const;
export type StatusFilter = (typeof statusFilters)[number];

export const groupings = ['objective', 'block', 'none'] as const;
export type Grouping = (typeof groupings)[number];

export const horizons = ['years', 'quarters'] as const;
export type HorizonView = (typeof horizons)[number];

export interface GridFilters {
  text: string;
  institutionId: InstitutionId | null;
  role: InstitutionRole;
  status: StatusFilter | null;
  /** The calendar year in which the fiscal year starts. */
  year: number | null;
  theme: string | null;
  block: string | null;
  /** Only actions with something unresolved or that does not parse. */
  flaggedOnly: boolean;
}

export interface GridSort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** All that the address of the page says about what the grid shows. */
export interface GridAddress {
  filters: GridFilters;
  grouping: Grouping;
  view: HorizonView;
  sort: GridSort | null;
}

export function readAddress(params: URLSearchParams): GridAddress {
  const year = Number(params.get('year'));
  return {
    filters: {
      text: params.get('q') ?? '',
      institutionId: (params.get('institution') || null) as InstitutionId | null,
      role: oneOf(institutionRoles, params.get('role')) ?? 'any',
      status: oneOf(statusFilters, params.get('status')),
      year: Number.isInteger(year) && year > 0 ? year : null,
      theme: params.get('theme') || null,
      block: params.get('block') || null,
      flaggedOnly: params.get('flagged') === '1',
    },
    grouping: oneOf(groupings, params.get('group')) ?? 'objective',
    view: oneOf(horizons, params.get('view')) ?? 'years',
    sort: readSort(params.get('sort')),
  };
}

/** What one control changes in the address; null takes a name out. */
export type AddressChange = Record<string, string | null>;

export function changeAddress(params: URLSearchParams, change: AddressChange): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

export const withoutFilters: AddressChange = {
  q: null,
  institution: null,
  role: null,
  status: null,
  year: null,
  theme: null,
  block: null,
  flagged: null,
};

export function isFiltering(filters: GridFilters): boolean {
  return filters.text.trim() !== '' || choicesMade(filters) > 0;
}

/** How many filters are set beside the search. */
export function choicesMade({ institutionId, status, year, theme, block, flaggedOnly }: GridFilters): number {
  return [institutionId, status, year, theme, block, flaggedOnly].filter(Boolean).length;
}

/** Ascending, then descending, then the plan's own order again. */
export function nextSort(sort: GridSort | null, column: string): AddressChange {
  if (sort?.column !== column) return { sort: column };
  return { sort: sort.direction === 'ascending' ? `-${column}` : null };
}

function readSort(text: string | null): GridSort | null {
  if (!text) return null;
  return text.startsWith('-')
    ? { column: text.slice(1), direction: 'descending' }
    : { column: text, direction: 'ascending' };
}

function oneOf<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((candidate) => candidate === value) ?? null;
}
