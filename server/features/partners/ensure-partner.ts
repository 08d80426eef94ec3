import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import type { RecordEvent } from '../events';
import { joinWorkspace } from '../institutions';
import type { OnPartner } from './partner-subject';

/** Makes an institution a partner of the workspace, which it joins with that; again is no error and records nothing. */
export async function ensurePartner(
  context: { db: Db; tx: Tx; clock: Clock; record: RecordEvent },
  { workspaceId, institutionId }: OnPartner,
): Promise<void> {
  const { db, tx, clock, record } = context;
  const { partnerProfiles } = db.tables;
  await joinWorkspace(context, { workspaceId, institutionId });
  const inserted = await tx
    .insert(partnerProfiles)
    .values({
      workspaceId,
      institutionId,
      about: '',
      website: '',
      instruments: [],
      modalities: [],
      createdAt: instant(clock),
    })
    .onConflictDoNothing()
    .returning({ institutionId: partnerProfiles.institutionId });
  if (inserted.length === 0) return;
  await record({
    workspaceId,
    kind: 'partner.added',
    subjectType: 'partner',
    subjectId: institutionId,
    after: { workspaceId, institutionId },
  });
}
