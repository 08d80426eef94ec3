import type { DialogueId, DialogueItemId, DialogueProposalId } from '../ids';

/** What a decision went through while it was deferred; kept when another takes its place. */
export interface Deferral {
  /** The review dates that it had before, the oldest first, and why each was put off. */
  postponed?: { reviewOn: string | null; reason: string; at: string }[];
  /** The proposal by which a dialogue takes it up again. */
  takenUp?: {
    dialogueId: DialogueId;
    itemId: DialogueItemId;
    proposalId: DialogueProposalId;
    at: string;
  };
}

/** Where a decision stands. */
export type DecisionState =
  | { state: 'adopted' }
  | ({ state: 'deferred' } & Deferral)
  /** Its text was changed by a later decision, and holds as changed. */
  | { state: 'amended'; by: string }
  /** It no longer holds; another does in its place. */
  | ({ state: 'superseded'; by: string } & Deferral);

export type DecisionAct =
  /** It gets another review date; `reviewOn` is the one that it had. */
  | { act: 'postpone'; reviewOn: string | null; reason: string; at: string }
  | { act: 'takeUp'; takenUp: NonNullable<Deferral['takenUp']> }
  | { act: 'amend'; by: string }
  | { act: 'supersede'; by: string };

/** What is to be carried out: not what was deferred, nor what another decision took the place of. */
export function isInForce({ state }: Pick<DecisionState, 'state'>): boolean {
  return state === 'adopted' || state === 'amended';
}

/**
 * The state after an act, or null where the act is not possible. What was superseded stays so. What was deferred is
 * adopted by no act of its own: a later decision, with a verdict of its own, takes its place.
 */
export function decisionAfter(decision: DecisionState, act: DecisionAct): DecisionState | null {
  switch (act.act) {
    case 'postpone': {
      if (decision.state !== 'deferred' || act.reason.trim() === '') return null;
      const { reviewOn, at } = act;
      const before = { reviewOn, reason: act.reason.trim(), at };
      return { ...decision, postponed: [...(decision.postponed ?? []), before] };
    }
    case 'takeUp':
      return decision.state === 'deferred' ? { ...decision, takenUp: act.takenUp } : null;
    case 'amend':
      return decision.state === 'adopted' || decision.state === 'amended'
        ? { state: 'amended', by: act.by }
        : null;
    case 'supersede':
      if (decision.state === 'superseded') return null;
      return { ...(decision.state === 'deferred' && decision), state: 'superseded', by: act.by };
  }
}

/**
 * Whether a proposal stands for the one by which a deferred decision was taken up: it is that one, or was made of it by
 * amendments.
 */
export function standsFor(
  proposalId: string,
  takenUpBy: string,
  proposals: readonly { id: string; amendsId: string | null }[],
): boolean {
  const amends = new Map(proposals.map(({ id, amendsId }) => [id, amendsId]));
  for (let id: string | null | undefined = proposalId; id; id = amends.get(id))
    if (id === takenUpBy) return true;
  return false;
}

/** The number under which a decision is cited: MDG/2026/03/D4 is the fourth of the year's third dialogue. */
export function decisionNumber({
  workspace,
  year,
  dialogue,
  decision,
}: {
  workspace: string;
  year: number;
  dialogue: number;
  decision: number;
}): string {
  return `${workspace.toUpperCase()}/${year}/${String(dialogue).padStart(2, '0')}/D${decision}`;
}
