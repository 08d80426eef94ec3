import type { Activity, Organisation } from '../partners/iati';
import { canonical } from './canonical';

export type RecordOutcome = 'new' | 'changed' | 'unchanged' | 'conflicting' | 'unusable';

/** A field in which a record of the file differs from what is held. */
export interface Difference {
  held: unknown;
  coming: unknown;
  /** Set by hand here since the last import: neither silently wins. */
  isConflict: boolean;
}

export type Differences = Record<string, Difference>;

/** The fields that a person accepts or rejects, one by one. */
const activityFields = [
  'titles',
  'descriptions',
  'status',
  'dates',
  'language',
  'hierarchy',
  'isHumanitarian',
  'defaultCurrency',
  'reportingOrganisation',
  'participatingOrganisations',
  'contacts',
  'countries',
  'regions',
  'sectors',
  'policyMarkers',
  'collaborationType',
  'defaultFlowType',
  'defaultFinanceType',
  'defaultAidTypes',
  'defaultTiedStatus',
  'transactions',
  'budgets',
  'plannedDisbursements',
  'relatedActivities',
  'documents',
  'lastUpdated',
] as const satisfies (keyof Activity)[];

const organisationFields = [
  'names',
  'budgets',
  'documents',
  'language',
  'defaultCurrency',
  'reportingOrganisation',
  'lastUpdated',
] as const satisfies (keyof Organisation)[];

/** Under which field of the registry's own record a field of IATI is entered by hand. */
const columnsOf: Readonly<Record<string, readonly string[]>> = {
  titles: ['title'],
  descriptions: ['description'],
  dates: ['startsOn', 'endsOn'],
  defaultCurrency: ['currency'],
  defaultFinanceType: ['instrument'],
  defaultAidTypes: ['instrument'],
  participatingOrganisations: ['organisations'],
  countries: ['shares', 'countries'],
  regions: ['shares', 'regions'],
  sectors: ['shares', 'sectors'],
  transactions: ['facts'],
  budgets: ['facts', 'envelopes'],
  plannedDisbursements: ['facts'],
};

type Held = Activity | Organisation;

/** Field by field, what an accepted record would change. `byHand` are the fields that a person set since. */
export function differencesOf(coming: Held, held: Held, byHand: ReadonlySet<string>): Differences {
  const fields: readonly string[] = 'transactions' in coming ? activityFields : organisationFields;
  const differences: Differences = {};
  for (const field of fields) {
    const [from, to] = [held, coming].map((record) => (record as unknown as Record<string, unknown>)[field]);
    if (canonical(from) === canonical(to)) continue;
    const isConflict = [field, ...(columnsOf[field] ?? [])].some((name) => byHand.has(name));
    differences[field] = { held: from, coming: to, isConflict };
  }
  return differences;
}

export function outcomeOf(differences: Differences): 'changed' | 'unchanged' | 'conflicting' {
  const all = Object.values(differences);
  if (all.some(({ isConflict }) => isConflict)) return 'conflicting';
  // When a publisher last touched its record is no change of what the record says.
  return Object.keys(differences).some((field) => field !== 'lastUpdated') ? 'changed' : 'unchanged';
}

/** The record as it will be held: what comes, but for the rejected fields, which stay as they are. */
export function mergeRecord<Record extends Held>(
  coming: Record,
  held: Record | null,
  rejected: readonly string[],
): Record {
  if (!held || rejected.length === 0) return coming;
  const kept = Object.fromEntries(
    rejected.map((field) => [field, (held as unknown as { [field: string]: unknown })[field]]),
  );
  return { ...coming, ...kept };
}
