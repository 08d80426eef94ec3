import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { WorkspaceId } from '#domain/ids';
import type { Language } from '#domain/languages';
import { listPartnerLabels } from './partner-labels';

/** Every partner, and whether anyone keeps its record: for choosing one that the person may write into. */
export async function listKeepers(db: Db, workspaceId: WorkspaceId, language: Language) {
  const { memberships } = db.tables;
  const kept = await db.read
    .selectDistinct({ institutionId: memberships.institutionId })
    .from(memberships)
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        isNull(memberships.endedAt),
        ne(memberships.role, 'observer'),
      ),
    );
  const attended = new Set(kept.map(({ institutionId }) => institutionId));
  const labels = await listPartnerLabels(db, workspaceId, language);
  return labels.map((partner) => ({ partner, isUnattended: !attended.has(partner.id) }));
}
