import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { InstitutionId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import { authorise, may } from '#domain/policy';
import { labelColumns, labelOf } from '../institutions';
import type { Acting } from './types';

export function editablePartnersQuery(db: Db) {
  const { partnerProfiles, institutions, memberships } = db.tables;

  /** The partners whose cycles the person may enter. */
  async function listEditablePartners({
    actor,
    workspaceId,
  }: Acting): Promise<InstitutionLabel<InstitutionId>[]> {
    authorise(actor, 'registry.see', { workspaceId });
    const [partners, keepers] = await Promise.all([
      db.read
        .select(labelColumns(db.tables))
        .from(partnerProfiles)
        .innerJoin(institutions, eq(institutions.id, partnerProfiles.institutionId))
        .where(eq(partnerProfiles.workspaceId, workspaceId)),
      db.read
        .selectDistinct({ institutionId: memberships.institutionId })
        .from(memberships)
        .where(
          and(
            eq(memberships.workspaceId, workspaceId),
            isNull(memberships.endedAt),
            ne(memberships.role, 'observer'),
          ),
        ),
    ]);
    const attended = new Set(keepers.map(({ institutionId }) => institutionId));
    return partners
      .map(labelOf)
      .filter(({ id }) =>
        may(actor, 'partner.edit', { workspaceId, institutionId: id, isUnattended: !attended.has(id) }),
      );
  }

  return { listEditablePartners };
}
