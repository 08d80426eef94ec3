import { eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { PresenceUser } from '#domain/documents/protocol';
import type { DocumentId, InstitutionId } from '#domain/ids';
import type { Authorise } from '#server/sync/types';
import type { Accounts } from '../accounts';
import type { Workspaces } from '../workspaces';
import { minutesRights } from './minutes-rights';
import { planRights } from './plan-rights';

/** Decides by the session cookie and the person's standing in the document's workspace, as the pages do. */
export function makeAuthorise({
  db,
  accounts,
  workspaces,
}: {
  db: Db;
  accounts: Pick<Accounts, 'sessionOf'>;
  workspaces: Pick<Workspaces, 'actorIn'>;
}): Authorise {
  const { documents, institutions } = db.tables;
  const rightsOf = { plan: planRights(db), minutes: minutesRights(db) };

  async function findDocument(documentId: DocumentId) {
    const { id, workspaceId, kind } = documents;
    const [row] = await db.read.select({ id, workspaceId, kind }).from(documents).where(eq(id, documentId));
    return row ?? null;
  }

  async function labelOf(institutionId: InstitutionId) {
    const { kind, acronym, nameEn, nameFr, nameEs } = institutions;
    const [row] = await db.read
      .select({ kind, acronym, nameEn, nameFr, nameEs })
      .from(institutions)
      .where(eq(institutions.id, institutionId));
    return {
      kind: row?.kind ?? '',
      acronym: row?.acronym || row?.nameEn || row?.nameFr || row?.nameEs || '',
    };
  }

  return async ({ cookie, documentId }) => {
    const session = await accounts.sessionOf(cookie);
    if (!session) return { status: 'signed_out' };
    const document = await findDocument(documentId as DocumentId);
    if (!document) return { status: 'not_found' };
    const { workspaceId } = document;
    const { id: accountId, isAdministrator, name } = session.account;
    const actor = await workspaces.actorIn({ accountId, isAdministrator, workspaceId });
    const rights = await rightsOf[document.kind](actor, document);
    if (!actor.membership || !rights) return { status: 'not_found' };
    const { institutionId } = actor.membership;
    const user: PresenceUser = { accountId, name, institutionId, ...(await labelOf(institutionId)) };
    return {
      status: 'granted',
      grant: {
        accountId,
        sessionId: session.idHash,
        workspaceId,
        institutionId,
        canWrite: rights.canWrite,
        user,
      },
    };
  };
}
