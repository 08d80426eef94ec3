import type { Activity, Narrative, ParticipatingOrganisation } from '../partners/iati/types';
import { codedSharesOf } from './coded-shares';
import { codesOfInstrument, instrumentOf } from './iati-codes';
import {
  descriptionOf,
  endOf,
  firstText,
  type IatiActivityDetails,
  iatiDetailsOf,
  startOf,
  statusOf,
} from './iati-details';
import { budgetOf, elementOf, plannedDisbursementOf, transactionOf } from './to-iati-facts';
import type { ActivityRecord, OrganisationRecord } from './types';

/**
 * An activity in IATI's terms: exactly what came, where it came from IATI, but for what was changed here since; else
 * what its columns say.
 */
export function iatiActivityOf(record: ActivityRecord): Activity {
  const { facts, shares } = record;
  return {
    ...changed(iatiDetailsOf(record.details) ?? nothing, record),
    identifier: record.identifier,
    defaultCurrency: record.currency,
    participatingOrganisations: record.organisations.map(participantOf),
    countries: codedSharesOf(shares, 'country'),
    regions: codedSharesOf(shares, 'region'),
    sectors: codedSharesOf(shares, 'sector'),
    transactions: facts.filter((fact) => elementOf(fact) === 'transaction').map(transactionOf),
    budgets: facts.filter((fact) => elementOf(fact) === 'budget').map(budgetOf),
    plannedDisbursements: facts.filter((fact) => elementOf(fact) === 'planned').map(plannedDisbursementOf),
  };
}

/** The details, with each column that no longer shows what they say put in its place. */
function changed(details: IatiActivityDetails, record: ActivityRecord): IatiActivityDetails {
  const { title, description, status, startsOn, endsOn, instrument } = record;
  let { titles, descriptions, dates } = details;
  if (firstText(titles) !== title) titles = [narrative(title), ...titles.slice(1)];
  if (descriptionOf(details) !== description)
    descriptions = [{ type: null, narratives: [narrative(description)] }, ...descriptions.slice(1)];
  if (startOf(details) !== startsOn) dates = withDate(dates, ['2', '1'], startsOn);
  if (endOf(details) !== endsOn) dates = withDate(dates, ['4', '3'], endsOn);
  const isSameInstrument = instrumentOf(details.defaultAidTypes, details.defaultFinanceType) === instrument;
  const { aidType, financeType } = codesOfInstrument(instrument);
  return {
    ...details,
    titles,
    descriptions,
    dates,
    status: statusOf(details) === status ? details.status : status,
    ...(isSameInstrument
      ? {}
      : {
          defaultAidTypes: aidType ? [{ code: aidType, vocabulary: null }] : [],
          defaultFinanceType: financeType,
        }),
  };
}

function withDate(
  dates: IatiActivityDetails['dates'],
  [actual, planned]: [actual: string, planned: string],
  date: string | null,
): IatiActivityDetails['dates'] {
  const others = dates.filter(({ type }) => type !== actual && type !== planned);
  return date === null ? others : [...others, { type: planned, date, narratives: [] }];
}

function participantOf({ role, ref, name, details }: OrganisationRecord): ParticipatingOrganisation {
  const kept = (details.iati ?? { type: null, names: [], activityId: null, crsChannelCode: null }) as Omit<
    ParticipatingOrganisation,
    'role' | 'ref'
  >;
  const names = firstText(kept.names) === name ? kept.names : [narrative(name), ...kept.names.slice(1)];
  return { role, ref, ...kept, names };
}

function narrative(text: string): Narrative {
  return { language: null, text };
}

const nothing: IatiActivityDetails = {
  line: 0,
  lastUpdated: null,
  language: null,
  hierarchy: null,
  isHumanitarian: null,
  reportingOrganisation: null,
  titles: [],
  descriptions: [],
  status: null,
  dates: [],
  contacts: [],
  policyMarkers: [],
  collaborationType: null,
  defaultFlowType: null,
  defaultFinanceType: null,
  defaultAidTypes: [],
  defaultTiedStatus: null,
  relatedActivities: [],
  documents: [],
};
