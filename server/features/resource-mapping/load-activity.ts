import { and, asc, eq } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import type { ActivityRecord } from '#domain/commitments/types';
import { DomainError } from '#domain/errors';
import type { ActivityId, FinancialFactId, InstitutionId, WorkspaceId } from '#domain/ids';
import { activityFieldsOf, factRecordOf, organisationRecordOf, shareRecordOf } from '../commitments';

export interface LoadedActivity {
  partnerId: InstitutionId;
  record: ActivityRecord;
  factIds: FinancialFactId[];
}

/** An activity whole, as it is written. Throws `not_found`. */
export async function loadActivity(
  { db, reader }: { db: Db; reader: Reader },
  { workspaceId, activityId }: { workspaceId: WorkspaceId; activityId: ActivityId },
): Promise<LoadedActivity> {
  const { activities, activityShares, activityOrganisations, financialFacts } = db.tables;
  const [row] = await reader
    .select()
    .from(activities)
    .where(and(eq(activities.id, activityId), eq(activities.workspaceId, workspaceId)));
  if (!row) throw new DomainError({ code: 'not_found' });
  const shares = await reader
    .select()
    .from(activityShares)
    .where(eq(activityShares.activityId, activityId))
    .orderBy(asc(activityShares.position));
  const organisations = await reader
    .select()
    .from(activityOrganisations)
    .where(eq(activityOrganisations.activityId, activityId))
    .orderBy(asc(activityOrganisations.position));
  const facts = await reader
    .select()
    .from(financialFacts)
    .where(eq(financialFacts.activityId, activityId))
    .orderBy(asc(financialFacts.position));
  return {
    partnerId: row.partnerId,
    factIds: facts.map(({ id }) => id),
    record: {
      ...activityFieldsOf(row),
      shares: shares.map(shareRecordOf),
      organisations: organisations.map(organisationRecordOf),
      facts: facts.map(factRecordOf),
    },
  };
}
