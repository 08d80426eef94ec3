import type { Activity, Budget, Narrative, OrganisationRef, Transaction } from '../partners/iati/types';
import { activityStatuses } from './kinds';
import type { Details } from './types';

type InColumns =
  | 'identifier'
  | 'defaultCurrency'
  | 'participatingOrganisations'
  | 'countries'
  | 'regions'
  | 'sectors'
  | 'transactions'
  | 'budgets'
  | 'plannedDisbursements';

/** What an activity's details keep of its IATI record: all that has no column, or says more than its column. */
export type IatiActivityDetails = Omit<Activity, InColumns>;

export type IatiFactDetails =
  | ({ element: 'transaction' } & Omit<Transaction, 'date' | 'value' | 'countries' | 'regions' | 'sectors'>)
  | ({ element: 'budget' } & Pick<Budget, 'line' | 'type' | 'status'>)
  | {
      element: 'planned';
      line: number;
      type: string;
      provider: OrganisationRef | null;
      receiver: OrganisationRef | null;
    };

/** Null for a record that no IATI file brought. */
export function iatiDetailsOf(details: Details): IatiActivityDetails | null {
  return (details.iati as IatiActivityDetails | undefined) ?? null;
}

export function iatiFactDetailsOf(details: Details): IatiFactDetails | null {
  return (details.iati as IatiFactDetails | undefined) ?? null;
}

// What the columns show of the details. Going back, a column that still shows this leaves the details as they are.

export function firstText(narratives: readonly Narrative[]): string {
  return narratives[0]?.text ?? '';
}

export function nameOfOrganisation(organisation: OrganisationRef | null): string {
  if (!organisation) return '';
  return firstText(organisation.names) || (organisation.ref ?? '');
}

export function descriptionOf({ descriptions }: IatiActivityDetails): string {
  return firstText(descriptions[0]?.narratives ?? []);
}

export function statusOf({ status }: IatiActivityDetails) {
  return activityStatuses.find((known) => known === status) ?? null;
}

/** IATI's ActivityDateType: 1 and 3 are planned, 2 and 4 actual. */
export function startOf(details: IatiActivityDetails): string | null {
  return dateOf(details, '2') ?? dateOf(details, '1');
}

export function endOf(details: IatiActivityDetails): string | null {
  return dateOf(details, '4') ?? dateOf(details, '3');
}

function dateOf({ dates }: IatiActivityDetails, wanted: string): string | null {
  return dates.find(({ type, date }) => type === wanted && date !== null)?.date ?? null;
}

export function certaintyOf({ status }: Pick<Budget, 'status'>) {
  if (status === '1') return 'indicative' as const;
  return status === '2' ? ('firm' as const) : null;
}
