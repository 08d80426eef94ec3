import { eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import { may } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import type { DocumentRights, OfDocument } from './plan-rights';

/** Minutes of an item open to whom the item opens: what one may not know one cannot sync either. */
export function minutesRights({ read, tables }: Pick<Db, 'read' | 'tables'>) {
  const { itemMinutes, dialogues, dialogueItems, dialogueMinutes, dialogueInvitations } = tables;

  return async (actor: Actor, { id, workspaceId }: OfDocument): Promise<DocumentRights> => {
    const [item] = await read
      .select({
        dialogueId: dialogueItems.dialogueId,
        confidentiality: dialogueItems.confidentiality,
        minutes: dialogueMinutes.minutes,
        cancelledAt: dialogues.cancelledAt,
      })
      .from(itemMinutes)
      .innerJoin(dialogueItems, eq(dialogueItems.id, itemMinutes.itemId))
      .innerJoin(dialogues, eq(dialogues.id, dialogueItems.dialogueId))
      .innerJoin(dialogueMinutes, eq(dialogueMinutes.dialogueId, dialogueItems.dialogueId))
      .where(eq(itemMinutes.documentId, id));
    if (!item) return null;
    const invited = await read
      .select({ institutionId: dialogueInvitations.institutionId })
      .from(dialogueInvitations)
      .where(eq(dialogueInvitations.dialogueId, item.dialogueId));
    const subject = {
      ...{ workspaceId, confidentiality: item.confidentiality },
      invited: new Set(invited.map(({ institutionId }) => institutionId)),
    };
    if (!may(actor, 'dialogueItem.see', subject)) return null;
    const mayWrite = may(actor, 'minutes.write', { ...subject, minutes: item.minutes.state });
    return { canWrite: mayWrite && item.cancelledAt === null };
  };
}
