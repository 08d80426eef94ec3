import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import type { ActivityProblem } from '#domain/commitments/problems';
import type { ActivityRecord } from '#domain/commitments/types';
import { DomainError } from '#domain/errors';
import type { ActivityId, WorkspaceId } from '#domain/ids';
import { labelColumns, labelOf } from '../institutions';
import { activityFieldsOf, factRecordOf, organisationRecordOf, shareRecordOf } from './rows';

export type FoundActivity = Awaited<ReturnType<ReturnType<typeof activityQueries>['findActivity']>>;

/** The record of an activity, as it was written; null where there is none. */
export async function readRecord(
  { db, reader }: { db: Db; reader: Reader },
  row: Db['tables']['activities']['$inferSelect'],
) {
  const { activityShares, activityOrganisations, financialFacts } = db.tables;
  const shares = await reader
    .select()
    .from(activityShares)
    .where(eq(activityShares.activityId, row.id))
    .orderBy(activityShares.position);
  const organisations = await reader
    .select()
    .from(activityOrganisations)
    .where(eq(activityOrganisations.activityId, row.id))
    .orderBy(activityOrganisations.position);
  const facts = await reader
    .select()
    .from(financialFacts)
    .where(eq(financialFacts.activityId, row.id))
    .orderBy(financialFacts.position);
  const record: ActivityRecord = {
    ...activityFieldsOf(row),
    shares: shares.map(shareRecordOf),
    organisations: organisations.map(organisationRecordOf),
    facts: facts.map(factRecordOf),
  };
  return { record, facts };
}

export function activityQueries(db: Db) {
  const { activities, activityFacets, institutions, accounts } = db.tables;

  /** An activity with its facts and what is to be looked at in it. Throws `not_found`, for a removed one too. */
  async function findActivity(workspaceId: WorkspaceId, activityId: ActivityId) {
    const [row] = await db.read
      .select({ activity: activities, partner: labelColumns(db.tables), setByName: accounts.name })
      .from(activities)
      .innerJoin(institutions, eq(institutions.id, activities.partnerId))
      .leftJoin(accounts, eq(accounts.id, activities.setBy))
      .where(
        and(
          eq(activities.id, activityId),
          eq(activities.workspaceId, workspaceId),
          isNull(activities.removedAt),
        ),
      );
    if (!row) throw new DomainError({ code: 'not_found' });
    const { record, facts } = await readRecord({ db, reader: db.read }, row.activity);
    const problems = await db.read
      .select({ value: activityFacets.value })
      .from(activityFacets)
      .where(and(eq(activityFacets.activityId, activityId), eq(activityFacets.facet, 'problem')));
    const { id, partnerId, source, sourceText, setAt, importId } = row.activity;
    return {
      ...{ id, partnerId, source, sourceText, setAt, importId, setByName: row.setByName },
      partner: labelOf(row.partner),
      record,
      facts,
      problems: problems.map(({ value }) => value as ActivityProblem),
    };
  }

  return { findActivity };
}
