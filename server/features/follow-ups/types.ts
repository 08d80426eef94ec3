import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import type { FollowUpState } from '#domain/dialogues/follow-up';
import type { ActionId, DecisionId, DialogueId, InstitutionId, PlanId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { ReportStatus } from '#domain/plans';
import type { Actor } from '#domain/workspaces/actor';
import type { Background } from '#server/background';
import type { Mail } from '#server/mail';
import type { DecisionLine, makeDialogues } from '../dialogues';
import type { Documents } from '../documents';
import type { Events } from '../events';
import type { makePlans } from '../plans';

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
  documents: Documents;
  dialogues: Pick<ReturnType<typeof makeDialogues>, 'listDecisions'>;
  plans: Pick<ReturnType<typeof makePlans>, 'project'>;
  background: Background;
  mail: Mail;
  /** Where this server is reached, for links. */
  publicUrl: string;
}

/** Who asks, and about which decision of which workspace. */
export interface OnDecision {
  actor: Actor;
  workspaceId: WorkspaceId;
  decisionId: DecisionId;
}

export interface OnFollowUp extends OnDecision {
  planId: PlanId;
  actionId: ActionId;
}

/** An action that carries out a decision. */
export interface FollowUp {
  decision: { id: DecisionId; reference: string; text: string };
  plan: { id: PlanId; title: string };
  action: { id: ActionId; title: string; isGone: boolean; status: ReportStatus | null };
  /** The institution that was asked. */
  lead: InstitutionLabel<InstitutionId>;
  /** Another institution leads it now: what the one before answered no longer stands. */
  isOtherLead: boolean;
  state: FollowUpState;
  /** Whether it is for the asker's institution to answer. */
  mayAnswer: boolean;
}

/** The decisions of a dialogue as one person may know them, each with what became of it. */
export interface ReviewedDialogue {
  dialogue: { id: DialogueId; number: string; title: string; startsAt: string; timeZone: string };
  decisions: { decision: DecisionLine; followUps: FollowUp[] }[];
}
