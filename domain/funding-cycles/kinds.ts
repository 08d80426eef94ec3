export const cycleKinds = ['replenishment', 'allocation', 'strategy', 'project_pipeline'] as const;
export type CycleKind = (typeof cycleKinds)[number];

/** The dated steps of a funding cycle, in their usual order. */
export const cycleEventKinds = [
  'pledging',
  'allocation_letter',
  'start',
  'window_opens',
  'window_closes',
  'review',
  'decision',
  'signature_target',
  'end',
] as const;
export type CycleEventKind = (typeof cycleEventKinds)[number];

/** How exactly a date is known: a month is kept as its first day, a quarter as the first day of its first month. */
export const datePrecisions = ['day', 'month', 'quarter'] as const;
export type DatePrecision = (typeof datePrecisions)[number];

export const cycleEventStates = ['indicative', 'confirmed', 'changed', 'cancelled'] as const;
export type CycleEventState = (typeof cycleEventStates)[number];

export const envelopeStatuses = ['indicative', 'committed'] as const;
export type EnvelopeStatus = (typeof envelopeStatuses)[number];

/** The steps of a country's budget year. */
export const budgetEventKinds = [
  'circular',
  'outlook_paper',
  'policy_statement',
  'ceilings',
  'submissions',
  'estimates',
  'hearings',
  'appropriation',
  'mid_year_review',
  'year_start',
  'other',
] as const;
export type BudgetEventKind = (typeof budgetEventKinds)[number];
