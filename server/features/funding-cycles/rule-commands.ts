import { and, eq, isNotNull } from 'drizzle-orm';
import { DomainError } from '#domain/errors';
import type { CycleEventKind } from '#domain/funding-cycles/kinds';
import { regenerate } from '#domain/funding-cycles/regenerate';
import {
  type Occurrence,
  occurrenceIn,
  occurrencesOf,
  readRule,
  type WindowRule,
} from '#domain/funding-cycles/rule';
import type { CycleEventId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { assertText, refuse } from './assert-facts';
import { authorOf } from './author-of';
import { type CycleRow, getOwnCycle } from './find-cycle';
import type { Dependencies, EventFacts, OnCycle, Writing } from './types';
import { type EventRow, insertEvent, reviseEvent } from './write-events';

/** What setting a rule did to the windows. */
export interface Generated {
  added: number;
  changed: number;
  cancelled: number;
  /** Left as they were adjusted by hand. */
  kept: number;
}

export function ruleCommands({ db, clock, events }: Dependencies) {
  const { fundingCycles, cycleEvents } = db.tables;

  /**
   * Sets the rule of a cycle's recurring windows and generates them; null takes the rule away. What was adjusted by
   * hand stays as it is, what the rule no longer asks for is cancelled, and every earlier date is kept.
   */
  async function setRule({
    actor,
    workspaceId,
    cycleId,
    rule,
    reason,
  }: OnCycle & { rule: WindowRule | null; reason: string }): Promise<Generated> {
    authorise(actor, 'registry.see', { workspaceId });
    if (rule !== null && readRule(rule) === null) refuse('rule');
    assertText('reason', reason, 1000);
    const by = authorOf(actor);
    return events.commit(by, async (tx, record) => {
      const cycle = await getOwnCycle(db, tx, { actor, workspaceId, cycleId });
      const generated = await generate({ db, clock, tx, record, by }, { cycle, rule, reason });
      await tx.update(fundingCycles).set({ rule }).where(eq(fundingCycles.id, cycleId));
      await record({
        workspaceId,
        kind: rule === null ? 'funding_cycle.ruleRemoved' : 'funding_cycle.ruleSet',
        subjectType: 'fundingCycle',
        subjectId: cycleId,
        before: { rule: cycle.rule },
        after: { institutionId: cycle.institutionId, rule, reason, ...generated },
      });
      return generated;
    });
  }

  async function generate(
    writing: Writing,
    { cycle, rule, reason }: { cycle: CycleRow; rule: WindowRule | null; reason: string },
  ): Promise<Generated> {
    const rows = await writing.tx
      .select()
      .from(cycleEvents)
      .where(and(eq(cycleEvents.cycleId, cycle.id), isNotNull(cycleEvents.occurrence)));
    const known = rows.map((row) => ({ ...row, occurrence: row.occurrence ?? '' }));
    const byId = new Map<CycleEventId, EventRow>(rows.map((row) => [row.id, row]));
    const { added, changed, cancelled } = regenerate(rule === null ? [] : occurrencesOf(rule), known);
    const revise = async (id: CycleEventId, facts: Partial<EventFacts>) => {
      const before = byId.get(id);
      if (!before) return;
      const { kind, title, country, date, precision, state, source, checkedOn } = before;
      const after = { kind, title, country, date, precision, state, source, checkedOn, ...facts };
      await reviseEvent(writing, { cycle, before, facts: after, reason, source: 'rule' });
    };
    for (const occurrence of added) {
      await insertEvent(writing, { cycle, facts: factsOf(occurrence), occurrence: occurrence.key });
    }
    for (const { id, to } of changed) {
      await revise(id, { title: to.title, date: to.date, precision: 'day', state: 'indicative' });
    }
    for (const id of cancelled) await revise(id, { state: 'cancelled' });
    const kept = rows.filter(({ isAdjusted }) => isAdjusted).length;
    return { added: added.length, changed: changed.length, cancelled: cancelled.length, kept };
  }

  /**
   * Gives an event that was adjusted by hand back to the rule: it takes the date that the rule asks for, or is
   * cancelled where the rule asks for none any more. Throws `conflict` where there is nothing to give back.
   */
  async function returnToRule({
    actor,
    workspaceId,
    cycleId,
    eventId,
    sequence,
    reason,
  }: OnCycle & { eventId: CycleEventId; sequence: number; reason: string }): Promise<void> {
    authorise(actor, 'registry.see', { workspaceId });
    assertText('reason', reason, 1000);
    const by = authorOf(actor);
    await events.commit(by, async (tx, record) => {
      const cycle = await getOwnCycle(db, tx, { actor, workspaceId, cycleId });
      const [before] = await tx
        .select()
        .from(cycleEvents)
        .where(and(eq(cycleEvents.id, eventId), eq(cycleEvents.cycleId, cycleId)));
      if (!before) throw new DomainError({ code: 'not_found' });
      if (before.sequence !== sequence) throw new DomainError({ code: 'stale' });
      const rule = readRule(cycle.rule);
      if (!rule || before.occurrence === null || !before.isAdjusted)
        throw new DomainError({ code: 'conflict', details: { what: 'rule' } });
      const wanted = occurrenceIn(rule, before.occurrence);
      const { kind, country, source, checkedOn, title, date, precision } = before;
      const facts: EventFacts = wanted
        ? factsOf(wanted)
        : { kind, country, source, checkedOn, title, date, precision, state: 'cancelled' };
      const returned = { ...before, isAdjusted: false };
      await reviseEvent(
        { db, clock, tx, record, by },
        { cycle, before: returned, facts, reason, source: 'rule' },
      );
      await record({
        workspaceId,
        kind: 'cycle_event.returned',
        subjectType: 'cycleEvent',
        subjectId: eventId,
        before: { date: before.date, state: before.state },
        after: {
          institutionId: cycle.institutionId,
          cycleId,
          reason,
          date: facts.date,
          state: facts.state,
        },
      });
    });
  }

  return { setRule, returnToRule };
}

function factsOf({ kind, title, date }: Occurrence): EventFacts {
  return {
    kind: kind satisfies CycleEventKind,
    title,
    date,
    country: null,
    precision: 'day',
    state: 'indicative',
    source: '',
    checkedOn: null,
  };
}
