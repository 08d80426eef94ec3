import { eq, inArray } from 'drizzle-orm';
import {
  type FeedbackCounts,
  type FeedbackState,
  feedbackClosesAt,
  feedbackStateOf,
  type ReplyState,
  replyStateOf,
  tellableCounts,
} from '#domain/dialogues/feedback';
import type { DialogueId, InstitutionId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import { authorise, may } from '#domain/policy';
import { type Asked, type Dependencies, findDialogue, invitationsOf } from '../dialogues';
import { labelColumns, labelOf } from '../institutions';
import type { FeedbackFacts } from './give';

export interface GivenFeedback extends FeedbackFacts {
  givenAt: string;
  reply: string;
  repliedAt: string | null;
  replyState: ReplyState;
}

/** An invited institution and what it said; null while it has said nothing. */
export interface InstitutionFeedback {
  institution: InstitutionLabel<InstitutionId>;
  given: GivenFeedback | null;
}

/** The feedback on a dialogue as every member may know it: counts, and their own institution's. */
export interface FeedbackView {
  state: FeedbackState;
  closesAt: string | null;
  mayGive: boolean;
  mayAnswer: boolean;
  own: GivenFeedback | null;
  /** How many were asked. */
  asked: number;
  /** Null while so few have answered that somebody would be singled out. */
  counts: FeedbackCounts | null;
}

export function feedbackQueries({ db, clock }: Dependencies) {
  const { dialogueFeedback, dialogueInvitations, institutions } = db.tables;

  async function showFeedback(asked: Asked): Promise<FeedbackView> {
    const { actor, workspaceId, dialogueId } = asked;
    authorise(actor, 'dialogue.see', asked);
    const dialogue = await findDialogue(db, db.read, asked);
    const [given, invitations] = await Promise.all([
      feedbackOn(dialogueId),
      invitationsOf(db, db.read, dialogueId),
    ]);
    const invited = new Set(invitations.map((one) => one.institutionId));
    const institutionId = actor.membership?.institutionId;
    const own = given.find((one) => one.institutionId === institutionId);
    return {
      state: feedbackStateOf(dialogue, clock.now().getTime()),
      closesAt: feedbackClosesAt(dialogue),
      mayGive:
        institutionId !== undefined && may(actor, 'feedback.give', { workspaceId, invited, institutionId }),
      mayAnswer: may(actor, 'feedback.answer', asked),
      own: own ? viewOf(own) : null,
      asked: invitations.length,
      counts: tellableCounts(given),
    };
  }

  /** Every invited institution, by its short name, with what it said. */
  async function listFeedback(asked: Asked): Promise<InstitutionFeedback[]> {
    authorise(asked.actor, 'feedback.answer', asked);
    const { id: dialogueId } = await findDialogue(db, db.read, asked);
    const [given, labels] = await Promise.all([
      feedbackOn(dialogueId),
      db.read
        .select(labelColumns(db.tables))
        .from(institutions)
        .where(
          inArray(
            institutions.id,
            db.read
              .select({ id: dialogueInvitations.institutionId })
              .from(dialogueInvitations)
              .where(eq(dialogueInvitations.dialogueId, dialogueId)),
          ),
        ),
    ]);
    const byInstitution = new Map(given.map((one) => [one.institutionId, viewOf(one)]));
    return labels
      .map((label) => ({ institution: labelOf(label), given: byInstitution.get(label.id) ?? null }))
      .sort((a, b) => a.institution.acronym.localeCompare(b.institution.acronym));
  }

  function feedbackOn(dialogueId: DialogueId) {
    return db.read.select().from(dialogueFeedback).where(eq(dialogueFeedback.dialogueId, dialogueId));
  }

  return { showFeedback, listFeedback };
}

type Row = Dependencies['db']['tables']['dialogueFeedback']['$inferSelect'];

/** Without who typed it: an institution spoke. */
function viewOf(row: Row): GivenFeedback {
  const { heard, usefulness, text, givenAt, reply, repliedAt } = row;
  return { heard, usefulness, text, givenAt, reply, repliedAt, replyState: replyStateOf(row) };
}
