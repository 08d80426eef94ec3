import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import type { ActivityRecord } from '#domain/commitments/types';
import type { ActivityId, InstitutionId, WorkspaceId } from '#domain/ids';
import type { OriginSource } from '#domain/provenance';
import { activityFieldsOf, factRecordOf, organisationRecordOf, shareRecordOf } from './rows';

export interface HeldActivity {
  id: ActivityId;
  partnerId: InstitutionId;
  importHash: string | null;
  isRemoved: boolean;
  createdAt: string;
  source: OriginSource;
  /** From where its facts came. */
  factSources: ReadonlySet<OriginSource>;
  activity: ActivityRecord;
}

/** Activities as they were written, whole, by id or by identifier; removed ones too. */
export async function readActivities(
  { db, reader = db.read }: { db: Db; reader?: Reader },
  {
    workspaceId,
    ...which
  }: { workspaceId: WorkspaceId } & ({ ids: readonly ActivityId[] } | { identifiers: readonly string[] }),
): Promise<HeldActivity[]> {
  const { activities, activityShares, activityOrganisations, financialFacts } = db.tables;
  const one =
    'ids' in which
      ? inArray(activities.id, [...which.ids])
      : inArray(activities.identifier, [...which.identifiers]);
  const rows = await reader
    .select()
    .from(activities)
    .where(and(eq(activities.workspaceId, workspaceId), one));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const shares = await reader
    .select()
    .from(activityShares)
    .where(inArray(activityShares.activityId, ids))
    .orderBy(asc(activityShares.position));
  const organisations = await reader
    .select()
    .from(activityOrganisations)
    .where(inArray(activityOrganisations.activityId, ids))
    .orderBy(asc(activityOrganisations.position));
  const facts = await reader
    .select()
    .from(financialFacts)
    .where(inArray(financialFacts.activityId, ids))
    .orderBy(asc(financialFacts.position));
  const [sharesBy, organisationsBy, factsBy] = [
    byActivity(shares),
    byActivity(organisations),
    byActivity(facts),
  ];
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partnerId,
    importHash: row.importHash,
    isRemoved: row.removedAt !== null,
    createdAt: row.createdAt,
    source: row.source,
    factSources: new Set((factsBy.get(row.id) ?? []).map(({ source }) => source)),
    activity: {
      ...activityFieldsOf(row),
      shares: (sharesBy.get(row.id) ?? []).map(shareRecordOf),
      organisations: (organisationsBy.get(row.id) ?? []).map(organisationRecordOf),
      facts: (factsBy.get(row.id) ?? []).map(factRecordOf),
    },
  }));
}

function byActivity<Row extends { activityId: ActivityId }>(rows: readonly Row[]): Map<ActivityId, Row[]> {
  const grouped = new Map<ActivityId, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.activityId);
    if (known) known.push(row);
    else grouped.set(row.activityId, [row]);
  }
  return grouped;
}
