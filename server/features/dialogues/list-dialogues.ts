import { and, asc, count, eq, gte, isNotNull, isNull, or } from 'drizzle-orm';
import type { Db } from '#db/db';
import { type DialogueState, dialogueStateOf } from '#domain/dialogues/dialogue-state';
import { formerAnswer, standingAnswer } from '#domain/dialogues/kept-answer';
import type { DialogueType } from '#domain/dialogues/kinds';
import type { DialogueId, InstitutionId, WorkspaceId } from '#domain/ids';
import { orderOf, type Sort } from '#domain/lists/order';
import { type Page, pageOf } from '#domain/lists/page';
import { matchesSearch } from '#domain/lists/search';
import type { dialogueSorts } from '#domain/lists/sorts';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';

export interface DialogueFilter {
  search: string;
  type: string;
  state: string;
  sort: Sort<(typeof dialogueSorts)[number]>;
  page: number;
  size: number;
}

export interface ListedDialogue {
  id: DialogueId;
  number: string;
  type: DialogueType;
  title: string;
  place: string;
  startsAt: string;
  timeZone: string;
  state: DialogueState;
  invited: number;
  accepted: number;
  /** What the asker's institution has answered; `none` where it is not invited. */
  own: 'accepted' | 'declined' | 'open' | 'none';
  /** What it answered to a former date, where that is open again. */
  former: 'accepted' | 'declined' | null;
  /** On what a convenor recorded the own answer; null where the institution gave it itself. */
  ownBasis: string | null;
}

/** A dialogue under way or to come, as far as it concerns the asker. */
export interface DialogueAhead {
  id: DialogueId;
  title: string;
  startsAt: string;
  timeZone: string;
  isRunning: boolean;
  /** The asker's institution is invited and has not answered. */
  awaitsAnswer: boolean;
}

export function dialogueList(db: Db) {
  const { dialogues, dialogueInvitations } = db.tables;

  /** The workspace's dialogues; every member sees that they take place. */
  async function listDialogues(
    { actor, workspaceId }: { actor: Actor; workspaceId: WorkspaceId },
    filter: DialogueFilter,
  ): Promise<Page<ListedDialogue>> {
    authorise(actor, 'dialogue.see', { workspaceId });
    const own = actor.membership?.institutionId;
    const [rows, invitations] = await Promise.all([
      db.read.select().from(dialogues).where(eq(dialogues.workspaceId, workspaceId)),
      countInvitations(workspaceId, own),
    ]);
    const listed = rows
      .map(({ id, year, number, type, title, place, startsAt, timeZone, ...row }) => ({
        ...{ id, type, title, place, startsAt, timeZone },
        number: `${year}/${String(number).padStart(2, '0')}`,
        state: dialogueStateOf(row),
        ...invitations(id),
      }))
      .filter((row) => !filter.type || row.type === filter.type)
      .filter((row) => !filter.state || row.state === filter.state)
      .filter((row) => matchesSearch(filter.search, [row.number, row.title, row.place]))
      .sort(
        orderOf(
          filter.sort,
          {
            starts: (a, b) => a.startsAt.localeCompare(b.startsAt),
            number: (a, b) => a.number.localeCompare(b.number),
            title: (a, b) => a.title.localeCompare(b.title),
          },
          (a, b) => a.id.localeCompare(b.id),
        ),
      );
    return pageOf(listed, filter);
  }

  /** Those under way and the next ones, the soonest first, at most five. */
  async function listAhead({
    actor,
    workspaceId,
    nowMs,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    nowMs: number;
  }): Promise<DialogueAhead[]> {
    authorise(actor, 'dialogue.see', { workspaceId });
    const own = actor.membership?.institutionId ?? ('' as InstitutionId);
    const isAhead = or(
      isNotNull(dialogues.startedAt),
      gte(dialogues.startsAt, new Date(nowMs).toISOString()),
    );
    const rows = await db.read
      .select({
        ...{ id: dialogues.id, title: dialogues.title, startsAt: dialogues.startsAt },
        ...{ timeZone: dialogues.timeZone, startedAt: dialogues.startedAt },
        invitedId: dialogueInvitations.institutionId,
        answer: dialogueInvitations.answer,
        answeredAt: dialogueInvitations.answeredAt,
      })
      .from(dialogues)
      .leftJoin(
        dialogueInvitations,
        and(eq(dialogueInvitations.dialogueId, dialogues.id), eq(dialogueInvitations.institutionId, own)),
      )
      .where(
        and(
          ...[
            eq(dialogues.workspaceId, workspaceId),
            isNull(dialogues.endedAt),
            isNull(dialogues.cancelledAt),
          ],
          isAhead,
        ),
      )
      .orderBy(asc(dialogues.startsAt), asc(dialogues.id))
      .limit(5);
    return rows.map(({ startedAt, invitedId, answer, answeredAt, ...dialogue }) => ({
      ...dialogue,
      isRunning: startedAt !== null,
      awaitsAnswer: invitedId !== null && standingAnswer({ answer, answeredAt }) === null,
    }));
  }

  async function countInvitations(workspaceId: WorkspaceId, own: InstitutionId | undefined) {
    const ofWorkspace = eq(dialogues.workspaceId, workspaceId);
    const { dialogueId: id, institutionId, answer, answerBasis, answeredAt } = dialogueInvitations;
    const [all, mine] = await Promise.all([
      db.read
        // The second of them to the date as it stands.
        .select({ id, answer, n: count(), standing: count(answeredAt) })
        .from(dialogueInvitations)
        .innerJoin(dialogues, eq(dialogues.id, id))
        .where(ofWorkspace)
        .groupBy(id, answer),
      db.read
        .select({ id, answer, answerBasis, answeredAt })
        .from(dialogueInvitations)
        .innerJoin(dialogues, eq(dialogues.id, id))
        .where(and(ofWorkspace, eq(institutionId, own ?? ('' as InstitutionId)))),
    ]);
    return (dialogueId: DialogueId) => {
      const here = all.filter((row) => row.id === dialogueId);
      const invited = mine.find((row) => row.id === dialogueId);
      const standing = invited && standingAnswer(invited);
      return {
        invited: here.reduce((sum, { n }) => sum + n, 0),
        accepted: here.find((row) => row.answer === 'accepted')?.standing ?? 0,
        own: invited ? (standing ?? ('open' as const)) : ('none' as const),
        former: invited ? formerAnswer(invited) : null,
        ownBasis: standing ? invited.answerBasis : null,
      };
    };
  }

  return { listDialogues, listAhead };
}
