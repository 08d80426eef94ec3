import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { IatiImportId, InstitutionId, WorkspaceId } from '#domain/ids';
import type { ImportReport, NamedOrganisation } from './types';

/** Activities that earlier files of an organisation brought into the record of another institution than it is now. */
export interface BookedElsewhere {
  institutionId: InstitutionId;
  activities: number;
}

type Matched = Pick<NamedOrganisation, 'key' | 'isReporting'> & { institutionId: InstitutionId | null };

/**
 * By organisation, what an undone or changed match left where it was: taking a match back concerns the files that
 * follow, and who keeps those records decides about them.
 */
export async function readBookedElsewhere(
  db: Db,
  workspaceId: WorkspaceId,
  organisations: readonly Matched[],
): Promise<Map<string, BookedElsewhere[]>> {
  const { iatiImports, activities } = db.tables;
  const reporting = organisations.filter(({ isReporting }) => isReporting);
  const booked = new Map<string, BookedElsewhere[]>();
  if (reporting.length === 0) return booked;
  const applied = await db.read
    .select({ id: iatiImports.id, report: iatiImports.report })
    .from(iatiImports)
    .where(and(eq(iatiImports.workspaceId, workspaceId), eq(iatiImports.state, 'applied')));
  for (const { key, institutionId } of reporting) {
    const importIds = applied.filter(({ report }) => isReporterOf(report, key)).map(({ id }) => id);
    const partners = await countByPartner(importIds);
    const others = partners.filter((partner) => partner.institutionId !== institutionId);
    if (others.length > 0) booked.set(key, others);
  }
  return booked;

  async function countByPartner(importIds: IatiImportId[]): Promise<BookedElsewhere[]> {
    if (importIds.length === 0) return [];
    return db.read
      .select({ institutionId: activities.partnerId, activities: count() })
      .from(activities)
      .where(
        and(
          eq(activities.workspaceId, workspaceId),
          inArray(activities.importId, importIds),
          isNull(activities.removedAt),
        ),
      )
      .groupBy(activities.partnerId)
      .orderBy(activities.partnerId);
  }
}

/** Only of files that it alone reports is it known which activities are its own. */
function isReporterOf(report: unknown, key: string): boolean {
  const reporting = (report as ImportReport).organisations.filter(({ isReporting }) => isReporting);
  return reporting.length === 1 && reporting[0]?.key === key;
}
