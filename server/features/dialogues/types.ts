import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import type { FloorLimits } from '#domain/dialogues/floor';
import type { Confidentiality, DialogueType, ItemPurpose } from '#domain/dialogues/kinds';
import type { QuorumRule } from '#domain/dialogues/quorum';
import type { DialogueId, WorkspaceId } from '#domain/ids';
import type { Language } from '#domain/languages';
import type { Actor } from '#domain/workspaces/actor';
import type { Documents } from '../documents';
import type { Events } from '../events';

/** What dialogues need of documents. */
export type DialogueDocuments = Pick<Documents, 'create' | 'view' | 'history' | 'refreshGrants'>;

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
  documents: DialogueDocuments;
}

/** Who asks, and of which dialogue of which workspace. */
export interface Asked {
  actor: Actor;
  workspaceId: WorkspaceId;
  dialogueId: DialogueId;
}

/** What a convenor sets down about a dialogue. */
export interface DialogueFacts {
  type: DialogueType;
  title: string;
  purpose: string;
  place: string;
  /** Where to join from afar; empty or an http(s) address. */
  link: string;
  timeZone: string;
  languages: Language[];
  /** An instant. */
  startsAt: string;
  limits: FloorLimits;
  quorum: QuorumRule | null;
  /** Outside of the participants, and in the report, nothing that was said is attributed. */
  isChathamHouse: boolean;
}

export interface ItemFacts {
  title: string;
  purpose: ItemPurpose;
  presenter: string;
  plannedMinutes: number;
  confidentiality: Confidentiality;
}

export type DialogueRow = Db['tables']['dialogues']['$inferSelect'];
export type ItemRow = Db['tables']['dialogueItems']['$inferSelect'];
export type InvitationRow = Db['tables']['dialogueInvitations']['$inferSelect'];
export type ProposalRow = Db['tables']['dialogueProposals']['$inferSelect'];
export type PositionRow = Db['tables']['positions']['$inferSelect'];
