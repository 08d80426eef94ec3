import { asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/db';
import { type Correction, correctionsOf, lockObstacle, type MinutesState } from '#domain/dialogues/minutes';
import { minutesText } from '#domain/dialogues/minutes-document';
import { type TextBlock, textBlocks } from '#domain/documents/text-blocks';
import { isDomainError } from '#domain/errors';
import type { DialogueId, DialogueItemId, DocumentId, InstitutionId, WorkspaceId } from '#domain/ids';
import { authorise, may } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { findDialogue, invitationsOf, itemsOf } from '../in-dialogue';
import type { Asked, DialogueDocuments } from '../types';
import { stillOpenReader } from './still-open';

/** The minutes as one person may know them: of items that are not theirs to know, nothing. */
export interface MinutesView {
  /** Null before they begin. */
  state: MinutesState['state'] | null;
  deadlineMs: number | null;
  lockedAt: string | null;
  /** What keeps them from being locked now; null where they may be, or are not at that point. */
  notYet: ReturnType<typeof lockObstacle>;
  items: ItemMinutesView[];
  mayClose: boolean;
  mayCorrect: boolean;
}

export interface ItemMinutesView {
  itemId: DialogueItemId;
  documentId: DocumentId;
  epoch: number;
  canWrite: boolean;
  /** Null where the document cannot be read just now. */
  text: TextBlock[] | null;
  /** Once locked. */
  frozen: { hash: string; epoch: number; seq: number; authors: InstitutionId[] } | null;
  corrections: Correction[];
}

export function minutesQuery({
  db,
  documents,
  clock,
}: {
  db: Db;
  documents: DialogueDocuments;
  clock: { now(): Date };
}) {
  const { dialogueMinutes, itemMinutes, documents: documentRows } = db.tables;
  const readStillOpen = stillOpenReader(db);

  /** Throws `not_found` outside of the workspace. */
  async function showMinutes(asked: Asked): Promise<MinutesView> {
    const { actor, workspaceId, dialogueId } = asked;
    authorise(actor, 'dialogue.see', asked);
    const dialogue = await findDialogue(db, db.read, asked);
    const { isChathamHouse } = dialogue;
    const [[begun], agenda, invitations] = await Promise.all([
      db.read.select().from(dialogueMinutes).where(eq(dialogueMinutes.dialogueId, dialogueId)),
      itemsOf(db, db.read, dialogueId),
      invitationsOf(db, db.read, dialogueId),
    ]);
    const invited = new Set(invitations.map(({ institutionId }) => institutionId));
    const known = agenda.filter((item) => may(actor, 'dialogueItem.see', { workspaceId, invited, ...item }));
    const minutes = begun?.minutes ?? null;
    const isAttributed = may(actor, 'dialogue.seeWhoSaid', { workspaceId, invited, isChathamHouse });
    const corrections = isAttributed && minutes ? correctionsOf(minutes) : [];
    const mayClose = may(actor, 'minutes.close', asked);
    // Of proposals that are not theirs to know others are told nothing.
    const stillOpen = mayClose ? await readStillOpen(db.read, dialogue) : null;
    const institutionId = actor.membership?.institutionId;
    return {
      state: minutes?.state ?? null,
      deadlineMs: minutes?.state === 'corrections' ? minutes.deadlineMs : null,
      lockedAt: begun?.lockedAt ?? null,
      notYet:
        minutes?.state === 'corrections'
          ? lockObstacle(minutes, { atMs: clock.now().getTime(), stillOpen })
          : null,
      items: await viewItems({ actor, workspaceId, invited, minutes, corrections, known, dialogueId }),
      mayClose,
      mayCorrect:
        institutionId !== undefined &&
        may(actor, 'correction.propose', { workspaceId, invited, institutionId }),
    };
  }

  async function viewItems({
    known,
    corrections,
    minutes,
    actor,
    ...subject
  }: {
    known: Awaited<ReturnType<typeof itemsOf>>;
    corrections: readonly Correction[];
    minutes: MinutesState | null;
    actor: Actor;
    workspaceId: WorkspaceId;
    dialogueId: DialogueId;
    invited: ReadonlySet<InstitutionId>;
  }): Promise<ItemMinutesView[]> {
    if (!minutes || known.length === 0) return [];
    const rows = await db.read
      .select({ minutes: itemMinutes, current: documentRows.epoch })
      .from(itemMinutes)
      .innerJoin(documentRows, eq(documentRows.id, itemMinutes.documentId))
      .where(
        inArray(
          itemMinutes.itemId,
          known.map(({ id }) => id),
        ),
      )
      .orderBy(asc(itemMinutes.itemId));
    const viewed = known.map(async ({ id: itemId, confidentiality }) => {
      const row = rows.find((one) => one.minutes.itemId === itemId);
      if (!row) return [];
      const { documentId, text, hash, epoch, seq, authors } = row.minutes;
      return [
        {
          ...{ itemId, documentId, epoch: row.current },
          canWrite: may(actor, 'minutes.write', { ...subject, confidentiality, minutes: minutes.state }),
          text: text ?? (await liveText(documentId)),
          frozen:
            hash !== null && epoch !== null && seq !== null
              ? { hash, epoch, seq, authors: authors ?? [] }
              : null,
          corrections: corrections.filter((one) => one.itemId === itemId),
        },
      ];
    });
    return (await Promise.all(viewed)).flat();
  }

  async function liveText(documentId: DocumentId): Promise<TextBlock[] | null> {
    try {
      return await documents.view(documentId, (doc) => textBlocks(minutesText(doc)));
    } catch (error) {
      if (isDomainError(error) && error.code === 'document_damaged') return null;
      throw error;
    }
  }

  return { showMinutes };
}
