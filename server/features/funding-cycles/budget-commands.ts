import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#db/db';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { BudgetEventKind, CycleEventState, DatePrecision } from '#domain/funding-cycles/kinds';
import { firstDayOf } from '#domain/funding-cycles/precise-date';
import type { BudgetEventId, WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { newId } from '#server/new-id';
import { assertCountry, assertDate, assertText, refuse } from './assert-facts';
import { authorOf } from './author-of';
import type { Acting, Dependencies } from './types';

export interface BudgetEventFacts {
  country: string;
  kind: BudgetEventKind;
  title: string;
  date: string;
  precision: DatePrecision;
  state: CycleEventState;
  source: string;
  isYearly: boolean;
  /** Of a yearly one: the last calendar year in which it takes place. */
  lastYear: number | null;
}

interface OnBudgetEvent extends Acting {
  eventId: BudgetEventId;
}

export function budgetCommands({ db, clock, events }: Dependencies) {
  const { budgetEvents } = db.tables;

  /** Enters a step of a country's budget year: every year, or once. */
  async function addBudgetEvent({
    actor,
    workspaceId,
    facts,
  }: Acting & { facts: BudgetEventFacts }): Promise<{ eventId: BudgetEventId }> {
    authorise(actor, 'budgetEvent.edit', { workspaceId });
    assertFacts(facts);
    return events.commit(authorOf(actor), async (tx, record) => {
      const eventId = await insert(tx, { workspaceId, ...facts, movesId: null, movesYear: null });
      const subject = { subjectType: 'budgetEvent', subjectId: eventId };
      await record({ workspaceId, kind: 'budget_event.added', ...subject, after: { ...facts } });
      return { eventId };
    });
  }

  /** Puts a yearly step on another day in one year; the other years keep theirs. */
  async function moveBudgetEvent({
    actor,
    workspaceId,
    eventId,
    year,
    ...moved
  }: OnBudgetEvent & {
    year: number;
    date: string;
    precision: DatePrecision;
    state: CycleEventState;
    source: string;
  }): Promise<void> {
    authorise(actor, 'budgetEvent.edit', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const yearly = await getBudgetEvent(tx, { workspaceId, eventId });
      const { country, kind, title } = yearly;
      if (!yearly.isYearly || !Number.isInteger(year)) refuse('year');
      const facts = { country, kind, title, ...moved, isYearly: false, lastYear: null };
      assertFacts(facts);
      const [known] = await tx
        .select()
        .from(budgetEvents)
        .where(
          and(
            eq(budgetEvents.movesId, eventId),
            eq(budgetEvents.movesYear, year),
            isNull(budgetEvents.removedAt),
          ),
        );
      const date = firstDayOf(moved);
      if (known) await change(tx, known, { ...moved, date });
      else await insert(tx, { workspaceId, ...facts, movesId: eventId, movesYear: year });
      await record({
        workspaceId,
        kind: 'budget_event.moved',
        subjectType: 'budgetEvent',
        subjectId: eventId,
        before: { date: known?.date ?? yearly.date },
        after: { year, ...moved, date },
      });
    });
  }

  /** Throws `stale` where someone else changed it since `sequence`. */
  async function editBudgetEvent({
    actor,
    workspaceId,
    eventId,
    sequence,
    facts,
  }: OnBudgetEvent & { sequence: number; facts: BudgetEventFacts }): Promise<void> {
    authorise(actor, 'budgetEvent.edit', { workspaceId });
    assertFacts(facts);
    await events.commit(authorOf(actor), async (tx, record) => {
      const before = await getBudgetEvent(tx, { workspaceId, eventId });
      if (before.sequence !== sequence) throw new DomainError({ code: 'stale' });
      // What stands for a yearly step in one year stays that.
      if (before.movesId !== null && facts.isYearly) refuse('isYearly');
      await change(tx, before, { ...facts, date: firstDayOf(facts) });
      const { date, precision, state, isYearly, lastYear } = before;
      await record({
        workspaceId,
        kind: facts.state === 'cancelled' ? 'budget_event.cancelled' : 'budget_event.edited',
        subjectType: 'budgetEvent',
        subjectId: eventId,
        before: { date, precision, state, isYearly, lastYear },
        after: { ...facts },
      });
    });
  }

  /** Takes a step out; a yearly one with the years in which it was moved. Calendars hear that it is off. */
  async function removeBudgetEvent({ actor, workspaceId, eventId }: OnBudgetEvent): Promise<void> {
    authorise(actor, 'budgetEvent.edit', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const before = await getBudgetEvent(tx, { workspaceId, eventId });
      const removed = { removedAt: instant(clock) };
      await change(tx, before, removed);
      const moves = await tx
        .update(budgetEvents)
        .set(removed)
        .where(and(eq(budgetEvents.movesId, eventId), isNull(budgetEvents.removedAt)))
        .returning({ sequence: budgetEvents.sequence });
      if (before.movesId !== null) await raiseAbove(tx, before.movesId, before.sequence);
      else if (moves.length > 0)
        await raiseAbove(tx, eventId, Math.max(...moves.map(({ sequence }) => sequence)));
      const { country, kind, title, date } = before;
      await record({
        workspaceId,
        kind: 'budget_event.removed',
        subjectType: 'budgetEvent',
        subjectId: eventId,
        before: { country, kind, title, date },
      });
    });
  }

  /** What stood for a yearly step in one year is gone: calendars must hear of the step after what they have heard. */
  async function raiseAbove(tx: Tx, yearlyId: BudgetEventId, sequence: number): Promise<void> {
    await tx
      .update(budgetEvents)
      .set({ sequence: sql`${budgetEvents.sequence} + ${sequence + 2}`, changedAt: instant(clock) })
      .where(eq(budgetEvents.id, yearlyId));
  }

  async function insert(
    tx: Tx,
    facts: BudgetEventFacts & {
      workspaceId: WorkspaceId;
      movesId: BudgetEventId | null;
      movesYear: number | null;
    },
  ): Promise<BudgetEventId> {
    const id = newId<BudgetEventId>();
    const now = instant(clock);
    const date = firstDayOf(facts);
    await tx.insert(budgetEvents).values({ id, ...facts, date, sequence: 0, createdAt: now, changedAt: now });
    return id;
  }

  async function change(
    tx: Tx,
    { id, sequence }: { id: BudgetEventId; sequence: number },
    to: Partial<typeof budgetEvents.$inferInsert>,
  ): Promise<void> {
    await tx
      .update(budgetEvents)
      .set({ ...to, sequence: sequence + 1, changedAt: instant(clock) })
      .where(eq(budgetEvents.id, id));
  }

  async function getBudgetEvent(
    tx: Tx,
    { workspaceId, eventId }: { workspaceId: WorkspaceId; eventId: BudgetEventId },
  ) {
    const [row] = await tx
      .select()
      .from(budgetEvents)
      .where(
        and(
          eq(budgetEvents.id, eventId),
          eq(budgetEvents.workspaceId, workspaceId),
          isNull(budgetEvents.removedAt),
        ),
      );
    if (!row) throw new DomainError({ code: 'not_found' });
    return row;
  }

  return { addBudgetEvent, moveBudgetEvent, editBudgetEvent, removeBudgetEvent };
}

function assertFacts(facts: BudgetEventFacts): void {
  assertCountry(facts.country);
  assertText('title', facts.title, 200);
  assertDate('date', facts.date);
  assertText('source', facts.source, 500);
  const { lastYear } = facts;
  if (lastYear === null) return;
  const isYear = Number.isInteger(lastYear) && lastYear >= Number(facts.date.slice(0, 4)) && lastYear <= 9999;
  if (!facts.isYearly || !isYear) refuse('lastYear');
}
