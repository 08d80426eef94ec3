import type { Db, Reader } from '#db/db';
import type { DialogueId } from '#domain/ids';
import { invalid } from './assert-facts';
import { findDialogue } from './in-dialogue';
import type { Asked } from './types';

/** A dialogue goes through the decisions of another of its workspace: `not_found` elsewhere. */
export async function assertReviewed(
  db: Pick<Db, 'tables'>,
  reader: Reader,
  { workspaceId, dialogueId, reviewed }: Omit<Asked, 'actor'> & { reviewed: DialogueId },
): Promise<void> {
  if (reviewed === dialogueId) throw invalid('reviewsDialogueId');
  await findDialogue(db, reader, { workspaceId, dialogueId: reviewed });
}
