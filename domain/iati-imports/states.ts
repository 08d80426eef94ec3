import { DomainError } from '../errors';

export const importStates = [
  'reading',
  'ready',
  'refused',
  'applying',
  'applied',
  'cancelled',
  'failed',
] as const;
export type ImportState = (typeof importStates)[number];

export type ImportStep = 'read' | 'refuse' | 'apply' | 'finish' | 'cancel' | 'fail' | 'retry';

/**
 * Reading and applying are jobs: they can be left, are taken up again after a restart, and end in one of the others.
 * Cancelling while applying keeps what was applied; applying is in batches, each whole.
 */
const steps: Readonly<Record<ImportState, Partial<Record<ImportStep, ImportState>>>> = {
  reading: { read: 'ready', refuse: 'refused', cancel: 'cancelled', fail: 'failed' },
  ready: { apply: 'applying', cancel: 'cancelled' },
  applying: { finish: 'applied', cancel: 'cancelled', fail: 'failed' },
  // Read anew: what was applied already is then found unchanged.
  failed: { retry: 'reading', cancel: 'cancelled' },
  refused: {},
  applied: {},
  cancelled: {},
};

/** The state after a step. Throws `conflict` where the step is not possible, as when someone else's came first. */
export function afterStep(state: ImportState, step: ImportStep): ImportState {
  const next = steps[state][step];
  if (!next) throw new DomainError({ code: 'conflict', details: { state } });
  return next;
}

export function canStep(state: ImportState, step: ImportStep): boolean {
  return steps[state][step] !== undefined;
}

/** Something is still being done for it. */
export function isUnderWay(state: ImportState): state is 'reading' | 'applying' {
  return state === 'reading' || state === 'applying';
}

/** Nothing more will come of it: its file is not needed any more. */
export function isOver(state: ImportState): boolean {
  return state === 'refused' || state === 'applied' || state === 'cancelled';
}
