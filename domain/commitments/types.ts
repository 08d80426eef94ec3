import type { InstitutionId } from '../ids';
import type { Instrument } from '../partners/kinds';
import type { ActivityStatus, Certainty, FactKind, ShareKind } from './kinds';

/** What a source says beyond the columns: kept for showing and for giving back. */
export type Details = Record<string, unknown>;

/** A country, region, sector or theme with its percentage as published or entered; null where none was given. */
export interface ShareRecord {
  kind: ShareKind;
  /** '' where none is named; the DAC's five digits are '1' or ''. */
  vocabulary: string;
  code: string;
  percentage: string | null;
  details: Details;
}

export interface OrganisationRecord {
  /** Null until someone has said which institution it is. */
  institutionId: InstitutionId | null;
  /** IATI's OrganisationRole. */
  role: string | null;
  ref: string | null;
  name: string;
  details: Details;
}

export interface FactRecord {
  kind: FactKind;
  /** An exact decimal, negative too; null where `amountText`, as published, is none. */
  amount: string | null;
  amountText: string;
  currency: string | null;
  /** ISO dates. */
  valueDate: string | null;
  /** Both ends inclusive; a transaction has its date as both. */
  periodStart: string | null;
  periodEnd: string | null;
  providerId: InstitutionId | null;
  receiverId: InstitutionId | null;
  providerName: string;
  receiverName: string;
  certainty: Certainty | null;
  instrument: Instrument | null;
  isOnPlan: boolean | null;
  isOnBudget: boolean | null;
  isOnTreasury: boolean | null;
  /** Of budgets and plans: replaces the original of the same period. */
  isRevised: boolean;
  note: string;
  /** Of this fact alone; where there are none of a kind, the activity's hold. */
  shares: ShareRecord[];
  details: Details;
}

/** An activity as it is written and read as a whole, whatever brought it in. */
export interface ActivityRecord {
  /** IATI identifier; null for one entered by hand. */
  identifier: string | null;
  title: string;
  description: string;
  status: ActivityStatus | null;
  startsOn: string | null;
  endsOn: string | null;
  /** Of facts that name none. */
  currency: string | null;
  instrument: Instrument | null;
  isOnPlan: boolean | null;
  isOnBudget: boolean | null;
  isOnTreasury: boolean | null;
  shares: ShareRecord[];
  organisations: OrganisationRecord[];
  facts: FactRecord[];
  details: Details;
}
