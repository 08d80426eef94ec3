import { and, eq, isNull } from 'drizzle-orm';
import { DomainError } from '#domain/errors';
import { authorise } from '#domain/policy';
import type { Dependencies, Importer, StoredImport } from './types';

/**
 * For whom a job works, with the rights of now, and of the institution that they acted for: a job taken up again after
 * a restart has nobody's session. Throws `forbidden` where they may import no more.
 */
export async function importerOf(
  { db }: Pick<Dependencies, 'db'>,
  {
    accountId,
    institutionId,
    workspaceId,
  }: Pick<StoredImport, 'accountId' | 'institutionId' | 'workspaceId'>,
): Promise<Importer> {
  if (!accountId) return 'operator';
  const { memberships } = db.tables;
  const [membership] = await db.read
    .select({
      id: memberships.id,
      workspaceId: memberships.workspaceId,
      institutionId: memberships.institutionId,
      role: memberships.role,
      canInvite: memberships.canInvite,
    })
    .from(memberships)
    .where(
      and(
        eq(memberships.accountId, accountId),
        eq(memberships.workspaceId, workspaceId),
        isNull(memberships.endedAt),
        eq(memberships.institutionId, institutionId as never),
      ),
    );
  if (!membership) throw new DomainError({ code: 'forbidden' });
  const actor = { accountId, isAdministrator: false, membership };
  authorise(actor, 'registry.import', { workspaceId });
  return actor;
}

/** The operator of the server needs no right; everyone else has to be one who may import. */
export function authoriseImporter(actor: Importer, workspaceId: StoredImport['workspaceId']): void {
  if (actor !== 'operator') authorise(actor, 'registry.import', { workspaceId });
}

export function authorOfImporter(actor: Importer) {
  return actor === 'operator'
    ? { accountId: null, institutionId: null }
    : { accountId: actor.accountId, institutionId: actor.membership?.institutionId ?? null };
}
