import type { DelegateId, DialogueItemId, DialogueProposalId, PositionId } from '#domain/ids';
import { type ActContext, act } from './acts.server';
import {
  aboutDelegate,
  delegateSchema,
  floorRequest,
  floorWithdrawal,
  invitationAnswer,
  positionSchema,
} from './schemas';

/** What a delegation does, in the name of the institution for which the person acts. */
export function takePartActs({ dialogues, asked, own }: ActContext) {
  const institutionId = own;
  return {
    answer: act(invitationAnswer, ({ id: answerId, answer }) =>
      dialogues.answerInvitation({ ...asked, institutionId, answer, answerId }),
    ),
    'delegate-add': act(delegateSchema, ({ id, name, role }) =>
      dialogues.addDelegate({ ...asked, institutionId, delegate: { id: id as DelegateId, name, role } }),
    ),
    'delegate-remove': act(aboutDelegate, ({ delegateId }) =>
      dialogues.removeDelegate({ ...asked, institutionId, delegateId: delegateId as DelegateId }),
    ),
    'floor-ask': act(floorRequest, ({ itemId, id, kind, ...request }) =>
      dialogues.requestFloor({
        ...{ ...asked, itemId: itemId as DialogueItemId },
        request: { ...request, id: `${id}-${kind}`, institutionId, kind },
      }),
    ),
    'floor-withdraw': act(floorWithdrawal, ({ itemId, requestId }) =>
      dialogues.withdrawRequest({ ...asked, itemId: itemId as DialogueItemId, id: requestId }),
    ),
    position: act(positionSchema, ({ proposalId, id, step, reason, isAdReferendum }) =>
      dialogues.takePosition({
        ...{ ...asked, proposalId: proposalId as DialogueProposalId },
        position: { id: id as PositionId, institutionId, step, reason, isAdReferendum },
      }),
    ),
  };
}
