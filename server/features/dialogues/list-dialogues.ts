import { and, count, eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import { type DialogueState, dialogueStateOf } from '#domain/dialogues/dialogue-state';
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
  /** On what a convenor recorded the own answer; null where the institution gave it itself. */
  ownBasis: string | null;
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

  async function countInvitations(workspaceId: WorkspaceId, own: InstitutionId | undefined) {
    const ofWorkspace = eq(dialogues.workspaceId, workspaceId);
    const { dialogueId: id, institutionId, answer, answerBasis } = dialogueInvitations;
    const [all, mine] = await Promise.all([
      db.read
        .select({ id, answer, n: count() })
        .from(dialogueInvitations)
        .innerJoin(dialogues, eq(dialogues.id, id))
        .where(ofWorkspace)
        .groupBy(id, answer),
      db.read
        .select({ id, answer, answerBasis })
        .from(dialogueInvitations)
        .innerJoin(dialogues, eq(dialogues.id, id))
        .where(and(ofWorkspace, eq(institutionId, own ?? ('' as InstitutionId)))),
    ]);
    return (dialogueId: DialogueId) => {
      const here = all.filter((row) => row.id === dialogueId);
      const answered = mine.find((row) => row.id === dialogueId);
      return {
        invited: here.reduce((sum, { n }) => sum + n, 0),
        accepted: here.find((row) => row.answer === 'accepted')?.n ?? 0,
        own: answered ? (answered.answer ?? ('open' as const)) : ('none' as const),
        ownBasis: answered?.answerBasis ?? null,
      };
    };
  }

  return { listDialogues };
}
