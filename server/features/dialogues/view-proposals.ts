import type { DialogueGroup } from '#domain/dialogues/groups';
import { type PlanQuote, sourceStateOf } from '#domain/dialogues/plan-quote';
import { currentPositions, spokeThemselves, visibleHistory } from '#domain/dialogues/positions';
import type { Eligible } from '#domain/dialogues/quorum';
import { verdictOf, withoutNames } from '#domain/dialogues/verdict';
import type { DialogueItemId, InstitutionId } from '#domain/ids';
import { ballotOf, roomOf } from './ballot';
import type { PositionRow, ProposalRow } from './types';
import type { DecisionLine, ProposalView, QuoteView } from './view-types';

interface Seen {
  /** Those that the asker may know of. */
  proposals: readonly ProposalRow[];
  positions: readonly PositionRow[];
  counted: readonly Eligible[];
  present: ReadonlySet<string>;
  nowMs: number;
  ownId: InstitutionId;
  /** Who said what may be told to the asker. */
  isAttributed: boolean;
  decisions: readonly (DecisionLine & { proposalId: string })[];
  /** Of what is quoted, as it reads now; null where it is gone, undefined where its plan cannot be read. */
  hashNow: (source: PlanQuote) => string | null | undefined;
}

/** Proposals with the positions that the asker may know: of a hidden one, while it is open, only the own. */
export function viewProposals(seen: Seen): (ProposalView & { itemId: DialogueItemId })[] {
  return seen.proposals.map((proposal) => {
    const view = viewProposal(proposal, seen);
    return seen.isAttributed ? view : withheld(view);
  });
}

function viewProposal(proposal: ProposalRow, seen: Seen): ProposalView & { itemId: DialogueItemId } {
  const { positions, counted, present, nowMs, ownId, proposals } = seen;
  const { id, itemId, number, text, scale, isHidden, rule, state, amendsId, verdict, source } = proposal;
  const ballot = ballotOf(proposal, positions, nowMs);
  // Silence ends the taking of positions at its deadline; they open when the convenor closes with the verdict.
  const isOpenToAsker = !isHidden || state === 'closed';
  const history = visibleHistory({ ...ballot, state: state === 'closed' ? 'closed' : 'open' }, ownId);
  const amended = proposals.find((other) => other.id === amendsId);
  const decision = seen.decisions.find((one) => one.proposalId === id);
  return {
    ...{ id, itemId, number, text, scale, isHidden, rule, state, isOpenToAsker },
    source: source && viewQuote(source, seen),
    isAttributed: true,
    isTaking: ballot.state === 'open',
    amends: amended ? { id: amended.id, number: amended.number } : null,
    amendedBy: proposals.filter((other) => other.amendsId === id).map((other) => other.number),
    eligible: proposal.eligible.map((one) => ({ ...one, group: one.group as DialogueGroup })),
    answered: [...currentPositions(ballot).keys()],
    spokeThemselves: spokeThemselves(ballot),
    positions: [...currentPositions({ ...ballot, history }).values()],
    history: [...history],
    verdict:
      verdict ??
      (state === 'open' && isOpenToAsker
        ? verdictOf(roomOf({ proposal, positions, counted, present, nowMs }))
        : null),
    decision: decision ? { id: decision.id, reference: decision.reference } : null,
  };
}

/** What was quoted, and whether its plan still says so. */
export function viewQuote(source: PlanQuote, { hashNow }: Pick<Seen, 'hashNow'>): QuoteView {
  return { ...source, state: sourceStateOf(source, hashNow(source)) };
}

/** A proposal for those who may not know who said what. */
export function withheld<View extends ProposalView>(view: View): View {
  const { verdict } = view;
  return {
    ...view,
    ...{ isAttributed: false, isOpenToAsker: false, answered: [], positions: [], history: [] },
    spokeThemselves: [],
    verdict: verdict && withoutNames(verdict),
  };
}
