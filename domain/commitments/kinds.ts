/**
 * What a financial fact tells. The first four are funding, from promise to spending; budgets and planned disbursements
 * look ahead; incoming money is seen from the receiver's side, and what was promised to it is not added to what
 * arrived; interest and repayments flow back and are never funding.
 */
export const factKinds = [
  'pledged',
  'committed',
  'disbursed',
  'spent',
  'budget',
  'planned',
  'incoming',
  'incoming_promised',
  'interest',
  'repayment',
  'other',
] as const;
export type FactKind = (typeof factKinds)[number];

/** The kinds that totals are made of; never added to one another. */
export const fundingKinds = ['pledged', 'committed', 'disbursed', 'spent'] as const satisfies FactKind[];
export type FundingKind = (typeof fundingKinds)[number];

export const certainties = ['indicative', 'firm', 'conditional'] as const;
export type Certainty = (typeof certainties)[number];

/** What an activity's money is shared out over, in percent. */
export const shareKinds = ['country', 'region', 'sector', 'theme'] as const;
export type ShareKind = (typeof shareKinds)[number];

/** IATI's ActivityStatus. */
export const activityStatuses = ['1', '2', '3', '4', '5', '6'] as const;
export type ActivityStatus = (typeof activityStatuses)[number];
