import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { FundingCycleId, InstitutionId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import { labelColumns, labelOf } from '../institutions';
import type { CycleRow } from './find-cycle';
import type { EventRow } from './write-events';

export interface CycleOfPartner extends CycleRow {
  partner: InstitutionLabel<InstitutionId>;
}

/** The workspace's cycles with their partners; the removed ones only where calendars must hear of them. */
export async function selectCycles(
  db: Db,
  workspaceId: WorkspaceId,
  { withRemoved = false }: { withRemoved?: boolean } = {},
): Promise<CycleOfPartner[]> {
  const { fundingCycles, institutions } = db.tables;
  const rows = await db.read
    .select({ cycle: fundingCycles, partner: labelColumns(db.tables) })
    .from(fundingCycles)
    .innerJoin(institutions, eq(institutions.id, fundingCycles.institutionId))
    .where(
      and(
        eq(fundingCycles.workspaceId, workspaceId),
        withRemoved ? undefined : isNull(fundingCycles.removedAt),
      ),
    )
    .orderBy(asc(fundingCycles.id));
  return rows.map(({ cycle, partner }) => ({ ...cycle, partner: labelOf(partner) }));
}

export interface EventOfCycle extends EventRow {
  cycleId: FundingCycleId;
  changedAt: string;
}

/** The events of the workspace's cycles by cycle, or of one. */
export async function selectEvents(
  db: Db,
  workspaceId: WorkspaceId,
  cycleIds?: readonly FundingCycleId[],
): Promise<Map<FundingCycleId, EventOfCycle[]>> {
  const { cycleEvents } = db.tables;
  const byCycle = new Map<FundingCycleId, EventOfCycle[]>();
  if (cycleIds?.length === 0) return byCycle;
  const rows = await db.read
    .select()
    .from(cycleEvents)
    .where(
      and(
        eq(cycleEvents.workspaceId, workspaceId),
        cycleIds ? inArray(cycleEvents.cycleId, [...cycleIds]) : undefined,
      ),
    )
    .orderBy(asc(cycleEvents.date), asc(cycleEvents.id));
  for (const row of rows) {
    const known = byCycle.get(row.cycleId);
    if (known) known.push(row);
    else byCycle.set(row.cycleId, [row]);
  }
  return byCycle;
}
