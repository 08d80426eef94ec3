import type { CutFact } from './cut-activity';
import { problemsOf } from './problems';
import type { ActivityRecord } from './types';

/** By what a list of activities is filtered. */
export const activityFacets = [
  'country',
  'sector',
  'theme',
  'kind',
  'year',
  'fiscal_year',
  'currency',
  'problem',
] as const;
export type ActivityFacet = (typeof activityFacets)[number];

export interface FacetValue {
  facet: ActivityFacet;
  value: string;
}

/** Everything that an activity is to be found by; '' stands for money that has none. */
export function facetsOf(activity: ActivityRecord, cuts: readonly CutFact[]): FacetValue[] {
  const found = new Map<string, FacetValue>();
  const add = (facet: ActivityFacet, value: string) => found.set(`${facet} ${value}`, { facet, value });
  cuts.forEach(({ parts }, index) => {
    const kind = activity.facts[index]?.kind;
    if (kind && parts.length > 0) add('kind', kind);
    for (const part of parts) {
      add('country', part.country);
      add('sector', part.sector);
      add('theme', part.theme);
      add('year', String(part.year));
      add('fiscal_year', part.fiscalYearStart ?? '');
      add('currency', part.currency);
    }
  });
  // Countries and sectors are known of an activity that has no facts yet, too.
  if (cuts.every(({ parts }) => parts.length === 0)) {
    for (const { kind, code } of activity.shares) {
      if (kind === 'country' || kind === 'sector' || kind === 'theme') add(kind, code);
    }
  }
  for (const problem of problemsOf(activity, cuts)) add('problem', problem);
  return [...found.values()];
}
