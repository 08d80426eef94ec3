import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/db';
import { DomainError } from '#domain/errors';
import { firstDayOf } from '#domain/funding-cycles/precise-date';
import type { CycleEventId, FundingCycleId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { assertEvent, assertText, refuse } from './assert-facts';
import { authorOf } from './author-of';
import { getOwnCycle } from './find-cycle';
import type { Dependencies, EventFacts, OnCycle } from './types';
import { type EventRow, insertEvent, isOtherDate, reviseEvent } from './write-events';

export function eventCommands({ db, clock, events }: Dependencies) {
  const { cycleEvents } = db.tables;

  /** Enters a dated step of a cycle by hand. */
  async function addEvent({
    actor,
    workspaceId,
    cycleId,
    facts,
  }: OnCycle & { facts: EventFacts }): Promise<{ eventId: CycleEventId }> {
    authorise(actor, 'registry.see', { workspaceId });
    assertEvent(facts);
    const by = authorOf(actor);
    return events.commit(by, async (tx, record) => {
      const cycle = await getOwnCycle(db, tx, { actor, workspaceId, cycleId });
      const writing = { db, clock, tx, record, by };
      const eventId = await insertEvent(writing, { cycle, facts, occurrence: null });
      await record({
        workspaceId,
        kind: 'cycle_event.added',
        subjectType: 'cycleEvent',
        subjectId: eventId,
        after: { institutionId: cycle.institutionId, cycleId, ...facts },
      });
      return { eventId };
    });
  }

  /**
   * Changes an event. Another date or state asks for a reason and keeps the former date; one that a rule made is then
   * left alone by the rule. Throws `stale` where someone else changed it since `sequence`.
   */
  async function changeEvent({
    actor,
    workspaceId,
    cycleId,
    eventId,
    sequence,
    facts,
    reason,
  }: OnCycle & {
    eventId: CycleEventId;
    sequence: number;
    facts: Omit<EventFacts, 'kind'>;
    reason: string;
  }): Promise<void> {
    authorise(actor, 'registry.see', { workspaceId });
    assertEvent(facts);
    assertText('reason', reason, 1000);
    const by = authorOf(actor);
    await events.commit(by, async (tx, record) => {
      const cycle = await getOwnCycle(db, tx, { actor, workspaceId, cycleId });
      const before = await getEvent(tx, { cycleId, eventId });
      if (before.sequence !== sequence) throw new DomainError({ code: 'stale' });
      const after = { ...facts, kind: before.kind, date: firstDayOf(facts) };
      const changed = changedIn(before, after);
      if (changed.length === 0) return;
      if (isOtherDate(before, after) && reason.trim() === '') refuse('reason');
      await reviseEvent(
        { db, clock, tx, record, by },
        { cycle, before, facts: after, reason, source: 'hand' },
      );
      await record({
        workspaceId,
        kind: after.state === 'cancelled' ? 'cycle_event.cancelled' : 'cycle_event.changed',
        subjectType: 'cycleEvent',
        subjectId: eventId,
        before: Object.fromEntries(changed.map((name) => [name, before[name]])),
        after: {
          institutionId: cycle.institutionId,
          cycleId,
          reason,
          ...Object.fromEntries(changed.map((name) => [name, after[name]])),
        },
      });
    });
  }

  async function getEvent(
    tx: Tx,
    { cycleId, eventId }: { cycleId: FundingCycleId; eventId: CycleEventId },
  ): Promise<EventRow> {
    const [row] = await tx
      .select()
      .from(cycleEvents)
      .where(and(eq(cycleEvents.id, eventId), eq(cycleEvents.cycleId, cycleId)));
    if (!row) throw new DomainError({ code: 'not_found' });
    return row;
  }

  return { addEvent, changeEvent };
}

function changedIn(before: EventFacts, after: EventFacts): (keyof EventFacts)[] {
  return (Object.keys(after) as (keyof EventFacts)[]).filter((name) => before[name] !== after[name]);
}
