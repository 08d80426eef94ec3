import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { DomainError } from '#domain/errors';
import type { InstitutionId, WorkspaceId } from '#domain/ids';

export interface OnPartner {
  workspaceId: WorkspaceId;
  institutionId: InstitutionId;
}

/** What the rights on a partner's record are decided by. */
export interface PartnerSubject extends OnPartner {
  isUnattended: boolean;
}

/**
 * Whose record it is and whether anyone keeps it yet: an observer reads, so a partner with observers alone is still
 * unattended, or nobody could answer for it. Throws `not_found` for what is no partner of the workspace.
 */
export async function partnerSubject(
  db: Db,
  reader: Reader,
  { workspaceId, institutionId }: OnPartner,
): Promise<PartnerSubject> {
  const { partnerProfiles, memberships } = db.tables;
  const [profile] = await reader
    .select({ institutionId: partnerProfiles.institutionId })
    .from(partnerProfiles)
    .where(
      and(eq(partnerProfiles.workspaceId, workspaceId), eq(partnerProfiles.institutionId, institutionId)),
    );
  if (!profile) throw new DomainError({ code: 'not_found' });
  const keepers = await reader
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        eq(memberships.institutionId, institutionId),
        isNull(memberships.endedAt),
        ne(memberships.role, 'observer'),
      ),
    )
    .limit(1);
  return { workspaceId, institutionId, isUnattended: keepers.length === 0 };
}
