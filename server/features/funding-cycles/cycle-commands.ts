import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#db/db';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { FundingCycleId, InstitutionId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { newId } from '#server/new-id';
import { partnerSubject } from '../partners';
import { writeOrigins } from '../provenance';
import { assertCycle } from './assert-facts';
import { authorOf } from './author-of';
import { type CycleRow, getCycle, getOwnCycle } from './find-cycle';
import type { Acting, CycleFacts, Dependencies, OfPartner, OnCycle, Writing } from './types';

export function cycleCommands({ db, clock, events }: Dependencies) {
  const { fundingCycles, cycleEvents, envelopes } = db.tables;

  /** Enters a cycle of a partner. Throws `not_found` for an institution that is no partner of the workspace. */
  async function createCycle({
    actor,
    workspaceId,
    institutionId,
    facts,
  }: Acting & OfPartner & { facts: CycleFacts }): Promise<{ cycleId: FundingCycleId }> {
    authorise(actor, 'registry.see', { workspaceId });
    assertCycle(facts);
    const by = authorOf(actor);
    return events.commit(by, async (tx, record) => {
      authorise(actor, 'partner.edit', await partnerSubject(db, tx, { workspaceId, institutionId }));
      const cycleId = newId<FundingCycleId>();
      await assertPredecessor(tx, {
        workspaceId,
        institutionId,
        cycleId,
        predecessorId: facts.predecessorId,
      });
      await tx
        .insert(fundingCycles)
        .values({ id: cycleId, workspaceId, institutionId, ...facts, createdAt: instant(clock) });
      await noteOrigins({ db, clock, tx, by }, { workspaceId, cycleId, fields: Object.keys(facts) });
      await record({
        workspaceId,
        kind: 'funding_cycle.added',
        subjectType: 'fundingCycle',
        subjectId: cycleId,
        after: { institutionId, ...facts },
      });
      return { cycleId };
    });
  }

  async function editCycle({
    actor,
    workspaceId,
    cycleId,
    facts,
  }: OnCycle & { facts: CycleFacts }): Promise<void> {
    authorise(actor, 'registry.see', { workspaceId });
    assertCycle(facts);
    const by = authorOf(actor);
    await events.commit(by, async (tx, record) => {
      const before = await getOwnCycle(db, tx, { actor, workspaceId, cycleId });
      const { institutionId } = before;
      await assertPredecessor(tx, {
        workspaceId,
        institutionId,
        cycleId,
        predecessorId: facts.predecessorId,
      });
      const fields = (Object.keys(facts) as (keyof CycleFacts)[]).filter(
        (name) => facts[name] !== before[name],
      );
      if (fields.length === 0) return;
      await tx.update(fundingCycles).set(facts).where(eq(fundingCycles.id, cycleId));
      // Calendars show the cycle's name beside each of its dates.
      if (fields.includes('name')) await raiseSequences(tx, cycleId);
      await noteOrigins({ db, clock, tx, by }, { workspaceId, cycleId, fields });
      await record({
        workspaceId,
        kind: 'funding_cycle.edited',
        subjectType: 'fundingCycle',
        subjectId: cycleId,
        before: Object.fromEntries(fields.map((name) => [name, before[name]])),
        after: { institutionId, ...Object.fromEntries(fields.map((name) => [name, facts[name]])) },
      });
    });
  }

  /** Takes a cycle out, with its events and envelopes. Calendars hear that its dates are off. */
  async function removeCycle({ actor, workspaceId, cycleId }: OnCycle): Promise<void> {
    authorise(actor, 'registry.see', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const { institutionId, name } = await getOwnCycle(db, tx, { actor, workspaceId, cycleId });
      const removed = { removedAt: instant(clock) };
      await tx.update(fundingCycles).set(removed).where(eq(fundingCycles.id, cycleId));
      await tx
        .update(envelopes)
        .set(removed)
        .where(and(eq(envelopes.cycleId, cycleId), isNull(envelopes.removedAt)));
      await raiseSequences(tx, cycleId);
      await record({
        workspaceId,
        kind: 'funding_cycle.removed',
        subjectType: 'fundingCycle',
        subjectId: cycleId,
        before: { institutionId, name },
      });
    });
  }

  async function raiseSequences(tx: Tx, cycleId: FundingCycleId): Promise<void> {
    await tx
      .update(cycleEvents)
      .set({ sequence: sql`${cycleEvents.sequence} + 1`, changedAt: instant(clock) })
      .where(eq(cycleEvents.cycleId, cycleId));
  }

  /** A cycle follows another of the same partner, and never, by however many steps, itself. */
  async function assertPredecessor(
    tx: Tx,
    {
      predecessorId,
      ...own
    }: Pick<CycleRow, 'workspaceId'> & {
      institutionId: InstitutionId;
      cycleId: FundingCycleId;
      predecessorId: FundingCycleId | null;
    },
  ): Promise<void> {
    const seen = new Set<FundingCycleId>([own.cycleId]);
    for (let id = predecessorId; id !== null; ) {
      const isOwn = seen.has(id);
      const cycle: CycleRow | null = isOwn
        ? null
        : await findOrNull(tx, { workspaceId: own.workspaceId, cycleId: id });
      if (isOwn || (id === predecessorId && cycle?.institutionId !== own.institutionId))
        throw new DomainError({ code: 'invalid_input', details: { field: 'predecessorId' } });
      seen.add(id);
      id = cycle?.predecessorId ?? null;
    }
  }

  function findOrNull(tx: Tx, where: Parameters<typeof getCycle>[2]): Promise<CycleRow | null> {
    return getCycle(db, tx, where).catch((error: unknown) => {
      if ((error as { code?: string }).code === 'not_found') return null;
      throw error;
    });
  }

  return { createCycle, editCycle, removeCycle };
}

async function noteOrigins(
  { db, clock, tx, by }: Omit<Writing, 'record'>,
  {
    workspaceId,
    cycleId,
    fields,
  }: Pick<CycleRow, 'workspaceId'> & { cycleId: FundingCycleId; fields: string[] },
): Promise<void> {
  const of = { workspaceId, subjectType: 'fundingCycle', subjectId: cycleId };
  await writeOrigins({ db, tx, clock }, { of, fields, by, source: 'hand' });
}
