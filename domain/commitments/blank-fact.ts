import type { FactRecord } from './types';

/** A fact of which nothing is known yet. */
export const blankFact: FactRecord = {
  kind: 'other',
  amount: null,
  amountText: '',
  currency: null,
  valueDate: null,
  periodStart: null,
  periodEnd: null,
  providerId: null,
  receiverId: null,
  providerName: '',
  receiverName: '',
  certainty: null,
  instrument: null,
  isOnPlan: null,
  isOnBudget: null,
  isOnTreasury: null,
  isRevised: false,
  note: '',
  shares: [],
  details: {},
};
