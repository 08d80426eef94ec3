export const dialogueStates = ['planned', 'running', 'ended', 'cancelled'] as const;
export type DialogueState = (typeof dialogueStates)[number];

interface Held {
  startedAt: string | null;
  endedAt: string | null;
  cancelledAt: string | null;
}

export function dialogueStateOf({ startedAt, endedAt, cancelledAt }: Held): DialogueState {
  if (cancelledAt) return 'cancelled';
  if (endedAt) return 'ended';
  return startedAt ? 'running' : 'planned';
}

/** A cancellation is taken back until the dialogue was to begin: after that nobody would be there. */
export function mayReinstate(dialogue: Held & { startsAt: string }, nowMs: number): boolean {
  return dialogue.cancelledAt !== null && nowMs < Date.parse(dialogue.startsAt);
}
