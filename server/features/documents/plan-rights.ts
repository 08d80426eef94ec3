import { eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { DocumentId, WorkspaceId } from '#domain/ids';
import { may } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';

export interface OfDocument {
  id: DocumentId;
  workspaceId: WorkspaceId;
}

/** What someone may do with a document; null where to them it is not there. */
export type DocumentRights = { canWrite: boolean } | null;

export function planRights({ read, tables: { plans } }: Pick<Db, 'read' | 'tables'>) {
  return async (actor: Actor, { id, workspaceId }: OfDocument): Promise<DocumentRights> => {
    if (!may(actor, 'plan.see', { workspaceId })) return null;
    const [plan] = await read
      .select({ archivedAt: plans.archivedAt })
      .from(plans)
      .where(eq(plans.documentId, id));
    return { canWrite: !plan?.archivedAt && may(actor, 'plan.edit', { workspaceId }) };
  };
}
