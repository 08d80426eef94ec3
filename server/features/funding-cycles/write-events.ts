import { eq } from 'drizzle-orm';
import { instant } from '#domain/clock';
import { firstDayOf } from '#domain/funding-cycles/precise-date';
import type { CycleEventId } from '#domain/ids';
import type { OriginSource } from '#domain/provenance';
import { newId } from '#server/new-id';
import { writeOrigins } from '../provenance';
import type { CycleRow } from './find-cycle';
import type { EventFacts, Writing } from './types';

export interface EventRow extends EventFacts {
  id: CycleEventId;
  occurrence: string | null;
  isAdjusted: boolean;
  sequence: number;
}

/** Writes a new event of a cycle; `occurrence` where a rule made it. */
export async function insertEvent(
  { db, clock, tx, by }: Writing,
  { cycle, facts, occurrence }: { cycle: CycleRow; facts: EventFacts; occurrence: string | null },
): Promise<CycleEventId> {
  const id = newId<CycleEventId>();
  const now = instant(clock);
  await tx.insert(db.tables.cycleEvents).values({
    id,
    workspaceId: cycle.workspaceId,
    cycleId: cycle.id,
    ...facts,
    date: firstDayOf(facts),
    occurrence,
    isAdjusted: false,
    sequence: 0,
    createdAt: now,
    changedAt: now,
  });
  await noteOrigin(
    { db, clock, tx, by },
    { cycle, id, source: occurrence === null ? 'hand' : 'rule', facts },
  );
  return id;
}

/** Gives an event other facts. The date that it had stays on record, with the reason why it no longer holds. */
export async function reviseEvent(
  { db, clock, tx, by }: Writing,
  {
    cycle,
    before,
    facts,
    reason,
    source,
  }: { cycle: CycleRow; before: EventRow; facts: EventFacts; reason: string; source: OriginSource },
): Promise<void> {
  const { cycleEvents, cycleEventDates } = db.tables;
  const now = instant(clock);
  const date = firstDayOf(facts);
  if (isOtherDate(before, { ...facts, date })) {
    await tx.insert(cycleEventDates).values({
      eventId: before.id,
      sequence: before.sequence,
      date: before.date,
      precision: before.precision,
      state: before.state,
      source: before.source,
      checkedOn: before.checkedOn,
      reason,
      ...by,
      replacedAt: now,
    });
  }
  const isAdjusted = before.isAdjusted || (before.occurrence !== null && source !== 'rule');
  await tx
    .update(cycleEvents)
    .set({ ...facts, date, isAdjusted, sequence: before.sequence + 1, changedAt: now })
    .where(eq(cycleEvents.id, before.id));
  await noteOrigin({ db, clock, tx, by }, { cycle, id: before.id, source, facts });
}

export function isOtherDate(
  a: Pick<EventFacts, 'date' | 'precision' | 'state'>,
  b: Pick<EventFacts, 'date' | 'precision' | 'state'>,
): boolean {
  return a.date !== b.date || a.precision !== b.precision || a.state !== b.state;
}

async function noteOrigin(
  { db, clock, tx, by }: Omit<Writing, 'record'>,
  {
    cycle,
    id,
    source,
    facts,
  }: { cycle: CycleRow; id: CycleEventId; source: OriginSource; facts: EventFacts },
): Promise<void> {
  await writeOrigins(
    { db, tx, clock },
    {
      of: { workspaceId: cycle.workspaceId, subjectType: 'cycleEvent', subjectId: id },
      fields: ['date'],
      by,
      source,
      sourceText: facts.source,
    },
  );
}
