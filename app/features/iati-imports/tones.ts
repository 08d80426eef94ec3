import type { Tone } from '#app/ui';
import type { RecordOutcome } from '#domain/iati-imports/differences';
import type { ImportState } from '#domain/iati-imports/states';
import type { Grade } from '#domain/partners/iati';
import type { ListedRecord } from '#server/features/iati-imports';

export const toneOfState: Record<ImportState, Tone> = {
  reading: 'info',
  ready: 'accent',
  refused: 'critical',
  applying: 'info',
  applied: 'positive',
  cancelled: 'neutral',
  failed: 'critical',
};

export const toneOfOutcome: Record<RecordOutcome, Tone> = {
  new: 'positive',
  changed: 'info',
  unchanged: 'neutral',
  conflicting: 'warning',
  unusable: 'critical',
};

export const toneOfGrade: Record<Grade, Tone> = {
  critical: 'critical',
  error: 'critical',
  warning: 'warning',
};

export const outcomes = [
  'new',
  'changed',
  'conflicting',
  'unchanged',
  'unusable',
] as const satisfies RecordOutcome[];
export const grades = ['critical', 'error', 'warning'] as const satisfies Grade[];

export const toneOfDecision: Readonly<Record<ListedRecord['decision'], Tone>> = {
  accept: 'positive',
  reject: 'neutral',
  undecided: 'warning',
};
