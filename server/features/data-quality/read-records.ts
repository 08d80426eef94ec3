import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { QualityRecord } from '#domain/data-quality/measures';
import type { ActivityId, InstitutionId, WorkspaceId } from '#domain/ids';

export interface PartnerPlace {
  workspaceId: WorkspaceId;
  institutionId: InstitutionId;
}

export interface ReadRecord extends QualityRecord {
  id: ActivityId;
  title: string;
  identifier: string | null;
}

const slice = 200;

/** The partner's activities as the measures look at them, some at a time: others have their turn between. */
export async function* readRecords(
  db: Db,
  { workspaceId, institutionId }: PartnerPlace,
): AsyncGenerator<ReadRecord[]> {
  const { activities } = db.tables;
  let after = '' as ActivityId;
  for (;;) {
    const rows = await db.read
      .select({
        id: activities.id,
        title: activities.title,
        identifier: activities.identifier,
        status: activities.status,
        startsOn: activities.startsOn,
        endsOn: activities.endsOn,
        setAt: activities.setAt,
      })
      .from(activities)
      .where(
        and(
          eq(activities.workspaceId, workspaceId),
          eq(activities.partnerId, institutionId),
          isNull(activities.removedAt),
          gt(activities.id, after),
        ),
      )
      .orderBy(asc(activities.id))
      .limit(slice);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    const parts = await readParts(
      db,
      rows.map(({ id }) => id),
    );
    yield rows.map(({ setAt, ...row }) => ({ ...row, setOn: setAt.slice(0, 10), ...parts(row.id) }));
    if (rows.length < slice) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What hangs on some activities, by activity. */
async function readParts(db: Db, ids: ActivityId[]) {
  const { activityShares, activityOrganisations, financialFacts } = db.tables;
  const [shares, organisations, facts] = await Promise.all([
    db.read
      .select({
        activityId: activityShares.activityId,
        kind: activityShares.kind,
        vocabulary: activityShares.vocabulary,
        percentage: activityShares.percentage,
      })
      .from(activityShares)
      .where(inArray(activityShares.activityId, ids)),
    db.read
      .select({
        activityId: activityOrganisations.activityId,
        institutionId: activityOrganisations.institutionId,
        ref: activityOrganisations.ref,
      })
      .from(activityOrganisations)
      .where(inArray(activityOrganisations.activityId, ids)),
    db.read
      .select({
        activityId: financialFacts.activityId,
        kind: financialFacts.kind,
        amount: financialFacts.amount,
        currency: financialFacts.currency,
        valueDate: financialFacts.valueDate,
        periodStart: financialFacts.periodStart,
        periodEnd: financialFacts.periodEnd,
        isCounted: financialFacts.isCounted,
        shares: financialFacts.shares,
      })
      .from(financialFacts)
      .where(inArray(financialFacts.activityId, ids)),
  ]);
  const [sharesOf, organisationsOf, factsOf] = [
    byActivity(shares),
    byActivity(organisations),
    byActivity(facts),
  ];
  return (id: ActivityId) => ({
    shares: sharesOf.get(id) ?? [],
    organisations: organisationsOf.get(id) ?? [],
    facts: factsOf.get(id) ?? [],
  });
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
