import type { DecisionRule } from './verdict';

/** Where a proposal is. What was put is never edited: it is amended into a new one that refers to it. */
export const proposalStates = ['draft', 'open', 'closed', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];
export type ProposalAct = 'open' | 'close' | 'withdraw';

const after: Record<ProposalAct, { from: readonly ProposalState[]; to: ProposalState }> = {
  open: { from: ['draft'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  withdraw: { from: ['draft', 'open'], to: 'withdrawn' },
};

/** The state after an act, the same where it had been done already, or null where the act is not possible. */
export function proposalAfter(state: ProposalState, act: ProposalAct): ProposalState | null {
  if (state === after[act].to) return state;
  return after[act].from.includes(state) ? after[act].to : null;
}

/** Whether it was ever put to institutions; before, and where it was withdrawn before, it is the convenors' own paper. */
export function wasPut({ openedAt }: { openedAt: string | null }): boolean {
  return openedAt !== null;
}

/** Whether institutions may still speak: under silence, what comes after the deadline comes too late. */
export function takesPositions(state: ProposalState, rule: DecisionRule, nowMs: number): boolean {
  return state === 'open' && (rule.kind !== 'silence' || nowMs < rule.deadlineMs);
}
