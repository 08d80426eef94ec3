import type { Confidentiality } from '#domain/dialogues/kinds';
import type { Correction, MinutesState } from '#domain/dialogues/minutes';
import type { PlanQuote } from '#domain/dialogues/plan-quote';
import type { Position } from '#domain/dialogues/positions';
import type { AttendanceState, Quorum } from '#domain/dialogues/quorum';
import type { TextBlock } from '#domain/documents/text-blocks';
import type { InstitutionId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { DialogueFacts, ItemFacts } from '../types';
import type { DecisionLine, InvitedView, ProposalView } from '../view-types';

/** Everything a report says, as data: what this reader may know, and nothing else. */
export interface DialogueReport {
  workspace: { slug: string; name: string };
  /** MDG/2026/03 */
  reference: string;
  dialogue: DialogueFacts & { startedAt: string | null; endedAt: string | null };
  /** The most confidential of what is in it: to whom this copy may be given. */
  audience: Confidentiality;
  minutes: { state: MinutesState['state'] | null; lockedAt: string | null };
  institutions: ReportInstitution[];
  /** When most were there at one time. */
  quorum: Quorum | null;
  items: ReportItem[];
  /** Under the Chatham House Rule empty. */
  spoken: { institutionId: string; interventions: number; ms: number }[];
  decisions: DecisionLine[];
  madeAt: string;
}

export interface ReportInstitution extends Omit<InvitedView, 'attendance'> {
  institution: InstitutionLabel<InstitutionId>;
  /** Whether it took part at any time, and how; null where nobody marked it. */
  attended: AttendanceState | null;
  marks: { state: AttendanceState; atMs: number }[];
}

/** Under the Chatham House Rule nothing names an institution. */
export interface ReportItem extends ItemFacts {
  state: string;
  spentMs: number;
  text: TextBlock[] | null;
  frozen: { hash: string; epoch: number; seq: number } | null;
  speakers: { institutionId: string; speaker: string; ms: number }[];
  proposals: (Pick<ProposalView, 'number' | 'text' | 'rule' | 'state' | 'verdict' | 'scale'> & {
    amends: number | null;
    decision: string | null;
    /** What it quotes of a plan, as it read then; what the plan says now is no part of the record. */
    quotes: PlanQuote | null;
    positions: (Omit<Position, 'institutionId' | 'id'> & { institutionId: string | null })[];
    /** Who could take a position only from then on, since it came or accepted after the opening. */
    added: { institutionId: string | null; atMs: number }[];
  })[];
  /** What there was to read for it, of what may be handed to the audience. */
  papers: { title: string; url: string }[];
  /** What of plans it was about. */
  quotes: PlanQuote[];
  corrections: (Omit<Correction, 'institutionId' | 'id' | 'itemId'> & { institutionId: string | null })[];
}
