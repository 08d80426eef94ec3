import type {
  Budget,
  IatiValue,
  OrganisationRef,
  PlannedDisbursement,
  Transaction,
} from '../partners/iati/types';
import { codedSharesOf } from './coded-shares';
import { codesOfInstrument, instrumentOf, kindOfTransaction, transactionTypeOf } from './iati-codes';
import { certaintyOf, firstText, iatiFactDetailsOf, nameOfOrganisation } from './iati-details';
import type { FactRecord } from './types';

/** Which element of an activity says what the fact says. */
export function elementOf({ kind }: FactRecord): 'transaction' | 'budget' | 'planned' {
  return kind === 'budget' || kind === 'planned' ? kind : 'transaction';
}

export function transactionOf(fact: FactRecord): Transaction {
  const kept = iatiFactDetailsOf(fact.details);
  const { element: _element, ...details } = kept?.element === 'transaction' ? kept : noTransaction;
  const { aidType, financeType } = codesOfInstrument(fact.instrument);
  const isSameInstrument = instrumentOf(details.aidTypes, details.financeType) === fact.instrument;
  return {
    ...details,
    type: kindOfTransaction(details.type) === fact.kind ? details.type : transactionTypeOf(fact.kind),
    date: fact.periodStart,
    value: iatiValueOf(fact),
    description:
      firstText(details.description) === fact.note
        ? details.description
        : [{ language: null, text: fact.note }],
    provider: organisationOf(details.provider, fact.providerName),
    receiver: organisationOf(details.receiver, fact.receiverName),
    countries: codedSharesOf(fact.shares, 'country'),
    regions: codedSharesOf(fact.shares, 'region'),
    sectors: codedSharesOf(fact.shares, 'sector'),
    ...(isSameInstrument
      ? {}
      : { aidTypes: aidType ? [{ code: aidType, vocabulary: null }] : [], financeType }),
  };
}

export function budgetOf(fact: FactRecord): Budget {
  const kept = iatiFactDetailsOf(fact.details);
  const details = kept?.element === 'budget' ? kept : { line: 0, type: '1', status: '1' };
  const isSameStatus = certaintyOf(details) === fact.certainty;
  return {
    line: details.line,
    type: typeOf(details.type, fact),
    status: isSameStatus ? details.status : fact.certainty === 'firm' ? '2' : '1',
    period: { start: fact.periodStart, end: fact.periodEnd },
    value: iatiValueOf(fact),
  };
}

export function plannedDisbursementOf(fact: FactRecord): PlannedDisbursement {
  const kept = iatiFactDetailsOf(fact.details);
  const details = kept?.element === 'planned' ? kept : { line: 0, type: '1', provider: null, receiver: null };
  return {
    line: details.line,
    type: typeOf(details.type, fact),
    period: { start: fact.periodStart, end: fact.periodEnd },
    value: iatiValueOf(fact),
    provider: organisationOf(details.provider, fact.providerName),
    receiver: organisationOf(details.receiver, fact.receiverName),
  };
}

function typeOf(kept: string, { isRevised }: FactRecord): string {
  if ((kept === '2') === isRevised) return kept;
  return isRevised ? '2' : '1';
}

function iatiValueOf({ amount, amountText, currency, valueDate }: FactRecord): IatiValue {
  return { amount, text: amountText, currency, valueDate };
}

function organisationOf(kept: OrganisationRef | null, name: string): OrganisationRef | null {
  if (nameOfOrganisation(kept) === name) return kept;
  return name === ''
    ? null
    : { ref: null, type: null, names: [{ language: null, text: name }], activityId: null };
}

const noTransaction = {
  element: 'transaction' as const,
  line: 0,
  ref: null,
  isHumanitarian: null,
  type: null,
  description: [],
  provider: null,
  receiver: null,
  disbursementChannel: null,
  aidTypes: [],
  financeType: null,
  flowType: null,
  tiedStatus: null,
};
