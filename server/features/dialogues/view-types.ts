import type { ItemState } from '#domain/dialogues/agenda-item';
import type { Floor } from '#domain/dialogues/floor';
import type { Scale } from '#domain/dialogues/gradient';
import type { DialogueGroup } from '#domain/dialogues/groups';
import type { DelegateRole, DialogueVisibility, LinkAudience, LinkKind } from '#domain/dialogues/kinds';
import type { PlanQuote, SourceState } from '#domain/dialogues/plan-quote';
import type { Position } from '#domain/dialogues/positions';
import type { ProposalState } from '#domain/dialogues/proposal';
import type { AttendanceState, Quorum } from '#domain/dialogues/quorum';
import type { RegistrationRules } from '#domain/dialogues/registration';
import type { DecisionRule, Verdict } from '#domain/dialogues/verdict';
import type {
  DecisionId,
  DelegateId,
  DialogueId,
  DialogueItemId,
  DialogueLinkId,
  DialogueProposalId,
  InstitutionId,
  ItemQuoteId,
} from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { DialogueFacts, ItemFacts } from './types';

/** A dialogue as one person may know it: what is hidden from them is not in it. */
export interface DialogueView extends DialogueFacts {
  id: DialogueId;
  /** 2026/03 */
  number: string;
  startedAt: string | null;
  endedAt: string | null;
  cancelledAt: string | null;
  cancelReason: string;
  /** Its minutes are locked: what the report prints is changed by nobody. */
  isFinal: boolean;
  visibility: DialogueVisibility;
  registration: RegistrationRules | null;
  /** When this was read, by the server's clock. */
  nowMs: number;
  items: ItemView[];
  institutions: InvitedView[];
  attendance: Quorum | null;
  decisions: DecisionLine[];
  /** The institution for which the asker acts. */
  own: { institutionId: InstitutionId; isInvited: boolean; maySpeak: boolean };
  mayRun: boolean;
}

export interface ItemView extends ItemFacts {
  id: DialogueItemId;
  item: ItemState;
  floor: Floor;
  /** As planned, one after the other. */
  startsAtMs: number;
  endsAtMs: number;
  proposals: ProposalView[];
  /** What of plans it is about. */
  quotes: { id: ItemQuoteId; source: QuoteView }[];
  /** What there is to read for it. */
  papers: { id: DialogueLinkId; kind: LinkKind; title: string; url: string; audience: LinkAudience }[];
  /** The dialogue whose decisions it goes through. */
  reviewsDialogueId: DialogueId | null;
}

export interface InvitedView {
  institution: InstitutionLabel<InstitutionId>;
  group: DialogueGroup;
  answer: 'accepted' | 'declined' | null;
  /** What it answered to a former date, and has not since. */
  former: 'accepted' | 'declined' | null;
  delegates: { id: DelegateId; name: string; role: DelegateRole }[];
  /** On what the convenor recorded the answer; null where the institution gave it itself. */
  answerBasis: string | null;
  /** The last mark that was not taken back. */
  attendance: { id: string; state: AttendanceState; atMs: number } | null;
}

export interface ProposalView {
  id: DialogueProposalId;
  number: number;
  text: string;
  scale: Scale;
  isHidden: boolean;
  rule: DecisionRule;
  state: ProposalState;
  /** Institutions may still speak. */
  isTaking: boolean;
  amends: { id: DialogueProposalId; number: number } | null;
  amendedBy: number[];
  source: QuoteView | null;
  /** `addedAtMs` of those that were added after the opening. */
  eligible: { institutionId: string; group: DialogueGroup; addedAtMs?: number }[];
  /** False under the Chatham House Rule, for those who were not invited: nobody’s position is told. */
  isAttributed: boolean;
  /** Who has taken a position, also where what it is stays hidden. */
  answered: string[];
  /** Of them, those for which the convenor records no other: they took theirs themselves. */
  spokeThemselves: string[];
  /** Whether the positions of all are in `positions`, or the asker's own alone. */
  isOpenToAsker: boolean;
  positions: Position[];
  /** Every position that the asker may know, the oldest first. */
  history: Position[];
  /** The verdict at closing, or as it would be now where the positions are known. */
  verdict: Verdict | null;
  decision: { id: DecisionId; reference: string } | null;
}

/** What is quoted of a plan, and whether the plan still says so; without a state where it cannot be read just now. */
export type QuoteView = PlanQuote & { state: SourceState | null };

export interface DecisionLine {
  id: DecisionId;
  reference: string;
  text: string;
  state: 'adopted' | 'deferred' | 'amended' | 'superseded';
  /** The decision that changed it, where the asker may know of it. */
  by: string | null;
  rule: DecisionRule;
  verdict: Verdict;
  reservations: { institution: InstitutionLabel<InstitutionId> | null; reason: string }[];
  /** Who spoke subject to the confirmation of its headquarters: one for each, null where it may not be named. */
  adReferendum: (InstitutionLabel<InstitutionId> | null)[];
  budgetImplication: string;
  reviewOn: string | null;
  decidedAt: string;
  dialogue: { id: DialogueId; title: string; isChathamHouse: boolean };
}
