import type {
  AttendanceMarkId,
  DecisionId,
  DelegateId,
  DialogueItemId,
  DialogueProposalId,
  ItemQuoteId,
  PositionId,
} from '#domain/ids';
import { consensus, dialogueFacts, itemFacts } from '../dialogues';
import { type AsksOf, kept, type OpenIn, onWorkspace, type Place, seen } from './ask';

type Feature = 'dialogues' | 'followUps';

// Who may not act hears so before it is looked for what they name.
const itemId = 'item' as DialogueItemId;
const proposalId = 'proposal' as DialogueProposalId;
const quoteId = 'quote' as ItemQuoteId;

const onDialogue = (on: Place) => ({ ...onWorkspace(on), dialogueId: on.dialogueId });
const onItem = (on: Place) => ({ ...onDialogue(on), itemId });
const onProposal = (on: Place) => ({ ...onDialogue(on), proposalId });
/** The observer's own institution is invited; an observer does not speak for it. */
const ofObserver = (on: Place) => ({
  ...onDialogue(on),
  institutionId: on.people.observer.institutionId,
});
const position = (on: Place) => ({
  ...{ id: 'position' as PositionId, institutionId: on.people.observer.institutionId },
  ...({ step: 'support', reason: '', isAdReferendum: false } as const),
});
const onFollowUp = (on: Place) => ({
  ...{ ...onWorkspace(on), decisionId: on.decisionId },
  ...{ planId: on.planId, actionId: on.actionId },
});
const list = {
  ...{ search: '', type: '', state: '', page: 1, size: 9, language: 'fr' },
  sort: { key: 'starts', isDescending: false },
} as const;

export const dialogueAsks: AsksOf<Feature> = {
  dialogues: {
    listAhead: seen((s, on) => s.dialogues.listAhead({ ...onWorkspace(on), nowMs: 0 })),
    listDialogues: seen((s, on) => s.dialogues.listDialogues(onWorkspace(on), list)),
    listQuotable: seen((s, on) => s.dialogues.listQuotable(onWorkspace(on))),
    showDialogue: seen((s, on) => s.dialogues.showDialogue(onDialogue(on))),
    listDecisions: seen((s, on) => s.dialogues.listDecisions(onWorkspace(on))),
    showDecisionOrigin: seen((s, on) => s.dialogues.showDecisionOrigin(onFollowUp(on))),
    pageDecisions: seen((s, on) =>
      s.dialogues.pageDecisions(onWorkspace(on), {
        ...list,
        sort: { key: 'reference', isDescending: false },
      }),
    ),
    planDialogue: kept((s, on) => s.dialogues.planDialogue({ ...onDialogue(on), facts: dialogueFacts() })),
    editDialogue: kept((s, on) => s.dialogues.editDialogue({ ...onDialogue(on), facts: dialogueFacts() })),
    addItem: kept((s, on) => s.dialogues.addItem({ ...onItem(on), facts: itemFacts() })),
    editItem: kept((s, on) => s.dialogues.editItem({ ...onItem(on), facts: itemFacts() })),
    moveItem: kept((s, on) => s.dialogues.moveItem({ ...onItem(on), toIndex: 0 })),
    removeItem: kept((s, on) => s.dialogues.removeItem(onItem(on))),
    addItemQuote: kept((s, on) => {
      const { planId, actionId } = on;
      return s.dialogues.addItemQuote({ ...onItem(on), quoteId, part: { planId, actionId } });
    }),
    removeItemQuote: kept((s, on) => s.dialogues.removeItemQuote({ ...onItem(on), quoteId })),
    inviteInstitutions: kept((s, on) =>
      s.dialogues.inviteInstitutions({ ...onDialogue(on), institutionIds: [on.institutionId] }),
    ),
    setGroup: kept((s, on) => s.dialogues.setGroup({ ...ofObserver(on), group: 'other' })),
    uninvite: kept((s, on) => s.dialogues.uninvite(ofObserver(on))),
    answerInvitation: kept((s, on) =>
      s.dialogues.answerInvitation({ ...ofObserver(on), answer: 'accepted' }),
    ),
    recordAnswer: kept((s, on) =>
      s.dialogues.recordAnswer({ ...ofObserver(on), answer: 'accepted', basis: 'By telephone' }),
    ),
    addDelegate: kept((s, on) =>
      s.dialogues.addDelegate({
        ...ofObserver(on),
        delegate: { id: 'delegate' as DelegateId, name: 'N', role: 'head' },
      }),
    ),
    removeDelegate: kept((s, on) =>
      s.dialogues.removeDelegate({ ...ofObserver(on), delegateId: 'delegate' as DelegateId }),
    ),
    startDialogue: kept((s, on) => s.dialogues.startDialogue(onDialogue(on))),
    takeBackStart: kept((s, on) => s.dialogues.takeBackStart(onDialogue(on))),
    resumeSitting: kept((s, on) => s.dialogues.resumeSitting(onDialogue(on))),
    endDialogue: kept((s, on) => s.dialogues.endDialogue(onDialogue(on))),
    actOnItem: kept((s, on) => s.dialogues.actOnItem({ ...onItem(on), act: 'open' })),
    markAttendance: kept((s, on) => {
      const { institutionId } = on.people.observer;
      const mark = { id: 'mark' as AttendanceMarkId, institutionId, state: 'present' } as const;
      return s.dialogues.markAttendance({ ...onDialogue(on), mark });
    }),
    takeBackMark: kept((s, on) =>
      s.dialogues.takeBackMark({ ...onDialogue(on), markId: 'mark' as AttendanceMarkId }),
    ),
    requestFloor: kept((s, on) => {
      const { institutionId } = on.people.observer;
      const request = { id: 'request', institutionId, speaker: 'S', kind: 'intervention' } as const;
      return s.dialogues.requestFloor({ ...onItem(on), request });
    }),
    /** Whose request it is says the item, which is not there. */
    withdrawRequest: {
      ...kept((s, on) => s.dialogues.withdrawRequest({ ...onItem(on), id: 'request' })),
      observer: 'not_found',
    },
    orderFloor: kept((s, on) =>
      s.dialogues.orderFloor({ ...onItem(on), order: { act: 'remove', id: 'request' } }),
    ),
    propose: kept((s, on) =>
      s.dialogues.propose({
        ...{ ...onProposal(on), itemId, amendsId: null },
        facts: { text: 'T', scale: 'gradient', isHidden: false, rule: consensus },
      }),
    ),
    openProposal: kept((s, on) => s.dialogues.openProposal(onProposal(on))),
    closeProposal: kept((s, on) => s.dialogues.closeProposal(onProposal(on))),
    withdrawProposal: kept((s, on) => s.dialogues.withdrawProposal(onProposal(on))),
    takePosition: kept((s, on) => s.dialogues.takePosition({ ...onProposal(on), position: position(on) })),
    recordPosition: kept((s, on) =>
      s.dialogues.recordPosition({ ...onProposal(on), position: { ...position(on), basis: 'A letter' } }),
    ),
    beginMinutes: kept((s, on) => s.dialogues.beginMinutes(onDialogue(on))),
    submitMinutes: kept((s, on) => s.dialogues.submitMinutes(onDialogue(on))),
    returnMinutes: kept((s, on) => s.dialogues.returnMinutes(onDialogue(on))),
    circulateMinutes: kept((s, on) => s.dialogues.circulateMinutes({ ...onDialogue(on), deadlineMs: 0 })),
    extendMinutes: kept((s, on) => s.dialogues.extendMinutes({ ...onDialogue(on), deadlineMs: 0 })),
    recallMinutes: kept((s, on) => s.dialogues.recallMinutes(onDialogue(on))),
    proposeCorrection: kept((s, on) =>
      s.dialogues.proposeCorrection({ ...onDialogue(on), correction: { id: 'c', itemId, text: 'T' } }),
    ),
    answerCorrection: kept((s, on) =>
      s.dialogues.answerCorrection({ ...onDialogue(on), correctionId: 'c', accepted: true, reason: 'R' }),
    ),
    lockMinutes: kept((s, on) => s.dialogues.lockMinutes(onDialogue(on))),
    showMinutes: seen((s, on) => s.dialogues.showMinutes(onDialogue(on))),
    dialogueReport: seen((s, on) => s.dialogues.dialogueReport({ ...onDialogue(on), audience: 'public' })),
    decide: kept((s, on) =>
      s.dialogues.decide({
        ...{ ...onProposal(on), decisionId: 'decision' as DecisionId },
        facts: { text: 'T', budgetImplication: '', reviewOn: null, changes: null },
      }),
    ),
    showDeferral: seen((s, on) => s.dialogues.showDeferral(onFollowUp(on))),
    takeUpDecision: kept((s, on) =>
      s.dialogues.takeUpDecision({ ...onFollowUp(on), ...onItem(on), proposalId }),
    ),
    postponeDecision: kept((s, on) =>
      s.dialogues.postponeDecision({ ...onFollowUp(on), reviewOn: '2036-01-01', reason: 'R' }),
    ),
  },
  followUps: {
    linkAction: kept((s, on) => s.followUps.linkAction({ ...onFollowUp(on), added: null })),
    answerFollowUp: kept((s, on) =>
      s.followUps.answerFollowUp({ ...onFollowUp(on), answer: { accepted: true } }),
    ),
    showDecision: seen((s, on) => s.followUps.showDecision(onFollowUp(on))),
    listReviewed: seen((s, on) =>
      s.followUps.listReviewed({ ...onWorkspace(on), dialogueIds: [on.dialogueId] }),
    ),
    askLeadAgain: kept((s, on) => s.followUps.askLeadAgain(onFollowUp(on))),
    unlinkAction: kept((s, on) => s.followUps.unlinkAction(onFollowUp(on))),
    listDecisionsOfAction: seen((s, on) => s.followUps.listDecisionsOfAction(onFollowUp(on))),
    listAwaited: seen((s, on) => s.followUps.listAwaited(onWorkspace(on))),
  },
};

export const openInDialogues: OpenIn<Feature> = { dialogues: ['writeReport'], followUps: [] };
