import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { DomainError } from '#domain/errors';
import type { RecordEvent } from '../events';
import { type OnPartner, partnerSubject } from './partner-subject';

/** Deletes the profile of a partner about which nothing else is written. */
export async function forgetPartner(
  { db, tx, record }: { db: Db; tx: Tx; record: RecordEvent },
  on: OnPartner,
): Promise<void> {
  await partnerSubject(db, tx, on);
  if (await hasRecord(db, tx, on)) throw new DomainError({ code: 'partner_has_record' });
  const { workspaceId, institutionId } = on;
  for (const table of [db.tables.changeProposals, db.tables.partnerAliases, db.tables.partnerProfiles])
    await tx
      .delete(table)
      .where(and(eq(table.workspaceId, workspaceId), eq(table.institutionId, institutionId)));
  await record({
    workspaceId,
    kind: 'partner.removed',
    subjectType: 'partner',
    subjectId: institutionId,
    before: { workspaceId, institutionId },
  });
}

async function hasRecord(db: Db, tx: Tx, { workspaceId, institutionId }: OnPartner): Promise<boolean> {
  const { mandates, focalPersons, partnerDocuments, fundingCycles, envelopes, activities } = db.tables;
  for (const table of [mandates, focalPersons, partnerDocuments]) {
    const isOf = and(eq(table.workspaceId, workspaceId), eq(table.institutionId, institutionId));
    if ((await tx.$count(table, and(isOf, isNull(table.removedAt)))) > 0) return true;
  }
  for (const table of [fundingCycles, envelopes]) {
    const isOf = and(eq(table.workspaceId, workspaceId), eq(table.institutionId, institutionId));
    if ((await tx.$count(table, isOf)) > 0) return true;
  }
  const isReported = and(eq(activities.workspaceId, workspaceId), eq(activities.partnerId, institutionId));
  return (await tx.$count(activities, isReported)) > 0;
}
