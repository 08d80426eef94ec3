import type { ProposalState } from './proposal';

/** What would still change a report that says it is final. */
export type StillOpen = 'not_ended' | 'proposal_open' | 'undecided';

interface Put {
  id: string;
  state: ProposalState;
  amendsId: string | null;
  isAdopted: boolean;
  isDecided: boolean;
}

/**
 * What keeps a dialogue from having come to its end: a sitting that is still to come or goes on, a proposal that still takes positions, or
 * one whose outcome was not entered into the register. What was not adopted and was amended is decided in its new text.
 */
export function stillOpen({
  endedAt,
  proposals,
}: {
  endedAt: string | null;
  proposals: readonly Put[];
}): StillOpen | null {
  if (!endedAt) return 'not_ended';
  if (proposals.some(({ state }) => state === 'open')) return 'proposal_open';
  const isAmended = ({ id }: Put) => proposals.some(({ amendsId }) => amendsId === id);
  const isUndecided = (proposal: Put) =>
    proposal.state === 'closed' && !proposal.isDecided && (proposal.isAdopted || !isAmended(proposal));
  return proposals.some(isUndecided) ? 'undecided' : null;
}
