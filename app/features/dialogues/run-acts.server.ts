import type { z } from 'zod';
import { instantOfLocal } from '#domain/dialogues/local-time';
import type { DecisionRule } from '#domain/dialogues/verdict';
import type {
  AttendanceMarkId,
  DecisionId,
  DialogueItemId,
  DialogueProposalId,
  InstitutionId,
  PositionId,
} from '#domain/ids';
import { type ActContext, act } from './acts.server';
import { partOf } from './quoted-part';
import {
  aboutMark,
  aboutProposal,
  attendanceMark,
  decisionSchema,
  floorOrder,
  floorRequestFor,
  fractionOf,
  itemAct,
  nothing,
  proposalSchema,
  quorumOf,
  recordedPosition,
} from './schemas';

/** What a convenor does while a dialogue sits. */
export function runActs(context: ActContext) {
  const { dialogues, asked } = context;
  return {
    start: act(nothing, () => dialogues.startDialogue(asked)),
    unstart: act(nothing, () => dialogues.takeBackStart(asked)),
    resume: act(nothing, () => dialogues.resumeSitting(asked)),
    end: act(nothing, () => dialogues.endDialogue(asked)),
    item: act(itemAct, ({ itemId, itemAct: wanted }) =>
      dialogues.actOnItem({ ...asked, itemId: itemId as DialogueItemId, act: wanted }),
    ),
    attendance: act(attendanceMark, ({ id, institutionId, ...mark }) =>
      dialogues.markAttendance({
        ...asked,
        mark: { ...mark, id: id as AttendanceMarkId, institutionId: institutionId as InstitutionId },
      }),
    ),
    'attendance-back': act(aboutMark, ({ markId }) =>
      dialogues.takeBackMark({ ...asked, markId: markId as AttendanceMarkId }),
    ),
    'floor-enter': act(floorRequestFor, ({ itemId, id, kind, speaker, institutionId }) =>
      dialogues.requestFloor({
        ...{ ...asked, itemId: itemId as DialogueItemId },
        request: { id: `${id}-${kind}`, kind, speaker, institutionId: institutionId as InstitutionId },
      }),
    ),
    'floor-order': act(floorOrder, ({ itemId, requestId: id, order, toIndex }) =>
      dialogues.orderFloor({
        ...{ ...asked, itemId: itemId as DialogueItemId },
        order: order === 'move' ? { act: order, id, toIndex } : { act: order, id },
      }),
    ),
    ...proposalActs(context),
  };
}

function proposalActs({ dialogues, asked }: ActContext) {
  const about = (proposalId: string) => ({ ...asked, proposalId: proposalId as DialogueProposalId });
  return {
    propose: act(proposalSchema, async (value) => {
      const { text, scale, isHidden, id, itemId, amendsId, source } = value;
      const { timeZone } = await dialogues.showDialogue(asked);
      await dialogues.propose({
        ...{ ...about(id), itemId: itemId as DialogueItemId },
        facts: { text, scale, isHidden, rule: ruleOf(value, timeZone) },
        amendsId: (amendsId ?? null) as DialogueProposalId | null,
        quotes: source ? partOf(source) : null,
      });
    }),
    'proposal-open': act(aboutProposal, ({ proposalId }) => dialogues.openProposal(about(proposalId))),
    'proposal-close': act(aboutProposal, ({ proposalId }) => dialogues.closeProposal(about(proposalId))),
    'proposal-withdraw': act(aboutProposal, ({ proposalId }) =>
      dialogues.withdrawProposal(about(proposalId)),
    ),
    'position-record': act(recordedPosition, ({ proposalId, id, institutionId, ...position }) =>
      dialogues.recordPosition({
        ...about(proposalId),
        position: { ...position, id: id as PositionId, institutionId: institutionId as InstitutionId },
      }),
    ),
    decide: act(decisionSchema, ({ proposalId, id, text, budgetImplication, reviewOn, ...change }) =>
      dialogues.decide({
        ...{ ...about(proposalId), decisionId: id as DecisionId },
        facts: { text, budgetImplication, reviewOn: reviewOn ?? null, changes: changesOf(change) },
      }),
    ),
  };
}

function ruleOf(value: z.output<typeof proposalSchema>, timeZone: string): DecisionRule {
  switch (value.rule) {
    case 'silence': {
      const { deadlineDate: date = '', deadlineTime: time = '' } = value;
      return { kind: 'silence', deadlineMs: instantOfLocal({ date, time }, timeZone) };
    }
    case 'threshold':
      return {
        kind: 'threshold',
        by: value.thresholdBy,
        atLeast: fractionOf(value.thresholdShare),
        quorum: quorumOf(value),
      };
    default:
      return { kind: 'consensus', quorum: quorumOf(value) };
  }
}

function changesOf({
  changesAct,
  changesId,
}: {
  changesAct: 'none' | 'amend' | 'supersede';
  changesId?: string;
}) {
  if (changesAct === 'none' || !changesId) return null;
  return { act: changesAct, decisionId: changesId as DecisionId };
}
