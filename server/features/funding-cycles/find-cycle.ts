import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { DomainError } from '#domain/errors';
import type { FundingCycleId, WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { partnerSubject } from '../partners';
import type { OnCycle } from './types';

/** The cycle as it is stored. Throws `not_found` for one that is removed or another workspace's. */
export async function getCycle(
  db: Db,
  reader: Reader,
  { workspaceId, cycleId }: { workspaceId: WorkspaceId; cycleId: FundingCycleId },
) {
  const { fundingCycles } = db.tables;
  const [row] = await reader
    .select()
    .from(fundingCycles)
    .where(
      and(
        eq(fundingCycles.id, cycleId),
        eq(fundingCycles.workspaceId, workspaceId),
        isNull(fundingCycles.removedAt),
      ),
    );
  if (!row) throw new DomainError({ code: 'not_found' });
  return row;
}

export type CycleRow = Awaited<ReturnType<typeof getCycle>>;

/** The cycle, for someone who keeps its partner's record. */
export async function getOwnCycle(db: Db, reader: Reader, { actor, ...where }: OnCycle): Promise<CycleRow> {
  const cycle = await getCycle(db, reader, where);
  authorise(actor, 'partner.edit', await partnerSubject(db, reader, cycle));
  return cycle;
}
