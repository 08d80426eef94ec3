import { floorWithoutRequest, floorWithRequest } from '#domain/dialogues/floor';
import { type KeptAct, requestIdOf } from '#domain/dialogues/waiting-acts';
import type { DialogueView, InvitedView, ItemView, ProposalView } from '#server/features/dialogues';

/** The dialogue as it will be once these acts have arrived, in their order. Verdicts and quorums stay the server's. */
export function withWaiting(view: DialogueView, acts: readonly KeptAct[]): DialogueView {
  return acts.reduce(withAct, view);
}

function withAct(view: DialogueView, kept: KeptAct): DialogueView {
  const { act } = kept;
  switch (act.act) {
    case 'floor-ask':
    case 'floor-withdraw':
      return {
        ...view,
        items: view.items.map((item) => (item.id === act.itemId ? withFloor(item, view, kept) : item)),
      };
    case 'position':
      return {
        ...view,
        items: view.items.map((item) =>
          item.proposals.some(({ id }) => id === act.proposalId)
            ? { ...item, proposals: item.proposals.map((one) => withPosition(one, view, kept)) }
            : item,
        ),
      };
    case 'attendance':
      return withInvited(view, act.institutionId, {
        // Without an id: until the server has it, it is taken back where it waits.
        attendance: { id: '', state: act.state as never, atMs: kept.madeAtMs },
      });
    case 'answer':
      return withInvited(view, view.own.institutionId, { answer: act.answer as never });
  }
}

function withFloor(item: ItemView, { own }: DialogueView, kept: KeptAct): ItemView {
  const { act, madeAtMs } = kept;
  const id = requestIdOf(kept);
  const after =
    act.act === 'floor-ask' && id
      ? floorWithRequest(item.floor, {
          id,
          institutionId: own.institutionId,
          speaker: act.speaker,
          kind: act.kind as never,
          requestedAtMs: madeAtMs,
        })
      : act.act === 'floor-withdraw' && floorWithoutRequest(item.floor, act.requestId);
  return after ? { ...item, floor: after } : item;
}

function withPosition(proposal: ProposalView, { own }: DialogueView, { id, madeAtMs, act }: KeptAct) {
  if (act.act !== 'position' || act.proposalId !== proposal.id) return proposal;
  if (proposal.history.some((known) => known.id === id)) return proposal;
  const { institutionId } = own;
  const position = {
    ...{ id, institutionId, step: act.step as never, reason: act.reason, basis: null, atMs: madeAtMs },
    isAdReferendum: act.isAdReferendum === 'on',
  };
  return {
    ...proposal,
    answered: [...new Set([...proposal.answered, institutionId])],
    positions: [...proposal.positions.filter((one) => one.institutionId !== institutionId), position],
    history: [...proposal.history, position],
  };
}

function withInvited(view: DialogueView, institutionId: string, facts: Partial<InvitedView>): DialogueView {
  return {
    ...view,
    institutions: view.institutions.map((one) =>
      one.institution.id === institutionId ? { ...one, ...facts } : one,
    ),
  };
}
