import type { Activity, Budget, CodedShare, PlannedDisbursement, Transaction } from '../partners/iati/types';
import { blankFact } from './blank-fact';
import { instrumentOf, kindOfTransaction } from './iati-codes';
import {
  certaintyOf,
  descriptionOf,
  endOf,
  firstText,
  type IatiActivityDetails,
  type IatiFactDetails,
  nameOfOrganisation,
  startOf,
  statusOf,
} from './iati-details';
import type { ActivityRecord, FactRecord, ShareRecord } from './types';

/** An activity of an IATI file as it is kept here; `iatiActivityOf` gives back exactly what came. */
export function activityRecordOf(activity: Activity): ActivityRecord {
  const { identifier, defaultCurrency, participatingOrganisations, countries, regions, sectors, ...rest } =
    activity;
  const { transactions, budgets, plannedDisbursements, ...iati } = rest;
  const details: IatiActivityDetails = iati;
  return {
    identifier,
    title: firstText(details.titles),
    description: descriptionOf(details),
    status: statusOf(details),
    startsOn: startOf(details),
    endsOn: endOf(details),
    currency: defaultCurrency,
    instrument: instrumentOf(details.defaultAidTypes, details.defaultFinanceType),
    isOnPlan: null,
    isOnBudget: null,
    isOnTreasury: null,
    shares: sharesOf({ countries, regions, sectors }),
    organisations: participatingOrganisations.map(({ role, ref, ...organisation }) => ({
      institutionId: null,
      role,
      ref,
      name: firstText(organisation.names),
      details: { iati: organisation },
    })),
    facts: [
      ...transactions.map(factOfTransaction),
      ...budgets.map(factOfBudget),
      ...plannedDisbursements.map(factOfPlan),
    ],
    details: { iati: details },
  };
}

function sharesOf(given: { countries: CodedShare[]; regions: CodedShare[]; sectors: CodedShare[] }) {
  const of = (kind: ShareRecord['kind'], shares: CodedShare[]) =>
    shares.map(({ code, vocabulary, percentage, names }) => ({
      kind,
      vocabulary: vocabulary ?? '',
      code: code ?? '',
      percentage,
      details: { names },
    }));
  return [...of('country', given.countries), ...of('region', given.regions), ...of('sector', given.sectors)];
}

function factOfTransaction({ date, value, ...rest }: Transaction): FactRecord {
  const { countries, regions, sectors, ...iati } = rest;
  return {
    ...blank({ element: 'transaction', ...iati }, value),
    kind: kindOfTransaction(iati.type),
    periodStart: date,
    periodEnd: date,
    providerName: nameOfOrganisation(iati.provider),
    receiverName: nameOfOrganisation(iati.receiver),
    instrument: instrumentOf(iati.aidTypes, iati.financeType),
    note: firstText(iati.description),
    shares: sharesOf({ countries, regions, sectors }),
  };
}

function factOfBudget({ period, value, ...iati }: Budget): FactRecord {
  return {
    ...blank({ element: 'budget', ...iati }, value),
    kind: 'budget',
    periodStart: period.start,
    periodEnd: period.end,
    certainty: certaintyOf(iati),
    isRevised: iati.type === '2',
  };
}

function factOfPlan({ period, value, ...iati }: PlannedDisbursement): FactRecord {
  return {
    ...blank({ element: 'planned', ...iati }, value),
    kind: 'planned',
    periodStart: period.start,
    periodEnd: period.end,
    providerName: nameOfOrganisation(iati.provider),
    receiverName: nameOfOrganisation(iati.receiver),
    isRevised: iati.type === '2',
  };
}

function blank(
  iati: IatiFactDetails,
  { amount, text, currency, valueDate }: Transaction['value'],
): FactRecord {
  return {
    ...blankFact,
    amount,
    amountText: text,
    currency,
    valueDate,
    details: { iati },
  };
}
