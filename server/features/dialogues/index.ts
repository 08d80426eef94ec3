import { agendaCommands } from './agenda';
import { decisionCommands } from './decide';
import { decisionOriginQuery } from './decision-origin';
import { deferredCommands } from './deferred';
import { floorCommands } from './floor';
import { inDialogueOf } from './in-dialogue';
import { invitationCommands } from './invite';
import { itemQuoteCommands } from './item-quotes';
import { dialogueList } from './list-dialogues';
import { minutesCommands } from './minutes/close';
import { minutesQuery } from './minutes/view';
import { planQuotes } from './plan-quotes';
import { prepareCommands } from './prepare';
import { proposalCommands } from './proposals';
import { registerQueries } from './register';
import { reportQuery } from './report/report-query';
import { writeReport } from './report/write-report';
import { runCommands } from './run';
import { dialogueQuery } from './show-dialogue';
import { takeBackCommands } from './take-back';
import { takeBackSittingCommands } from './take-back-sitting';
import { positionCommands } from './take-position';
import type { Dependencies } from './types';

export { assertText, invalid, limited, textLength } from './assert-facts';
export type { Beginning, Review } from './beginning';
export { raiseSequence } from './calendar-sequence';
export type { DecisionOrigin } from './decision-origin';
export type { DeferralView } from './deferred';
export { delegationOf } from './delegation';
export {
  findDialogue,
  findItem,
  inDialogueOf,
  invitationsOf,
  itemsOf,
  type OpenedDialogue,
  openDialogueOf,
  refusalOf,
} from './in-dialogue';
export type { DialogueAhead, DialogueFilter, ListedDialogue } from './list-dialogues';
export { makeLiveDialogues } from './live-dialogue';
export type { ItemMinutesView, MinutesView } from './minutes/view';
export type { DecisionFilter } from './register';
export type { DialogueReport, ReportItem } from './report/report-data';
export type { Asked, Dependencies, DialogueFacts, DialogueRow, InvitationRow, ItemFacts } from './types';
export type {
  DecisionLine,
  DialogueView,
  InvitedView,
  ItemView,
  ProposalView,
  QuoteView,
} from './view-types';

/** Technical dialogues: prepared, run, and brought to decisions that everyone may cite. */
export function makeDialogues(dependencies: Dependencies) {
  const inDialogue = inDialogueOf(dependencies);
  return {
    ...dialogueList(dependencies.db),
    ...dialogueQuery(dependencies),
    ...registerQueries(dependencies.db),
    ...decisionOriginQuery(dependencies),
    ...prepareCommands(dependencies, inDialogue),
    ...agendaCommands(dependencies, inDialogue),
    ...itemQuoteCommands(dependencies, inDialogue),
    ...invitationCommands(dependencies, inDialogue),
    ...runCommands(dependencies, inDialogue),
    ...takeBackSittingCommands(dependencies, inDialogue),
    ...takeBackCommands(dependencies, inDialogue),
    ...floorCommands(dependencies, inDialogue),
    ...proposalCommands(dependencies, inDialogue),
    listQuotable: planQuotes(dependencies).listQuotable,
    ...positionCommands(dependencies, inDialogue),
    ...decisionCommands(dependencies, inDialogue),
    ...deferredCommands(dependencies, inDialogue),
    ...minutesCommands(dependencies, inDialogue),
    ...minutesQuery(dependencies),
    ...reportQuery(dependencies),
    writeReport,
  };
}
