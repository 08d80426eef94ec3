import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/db';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { EnvelopeId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { newId } from '#server/new-id';
import { writeOrigins } from '../provenance';
import { assertEnvelope } from './assert-facts';
import { authorOf } from './author-of';
import { getOwnCycle } from './find-cycle';
import type { Dependencies, EnvelopeFacts, OnCycle, Writing } from './types';

interface OnEnvelope extends OnCycle {
  envelopeId: EnvelopeId;
}

export function envelopeCommands({ db, clock, events }: Dependencies) {
  const { envelopes } = db.tables;

  /** Enters what a partner holds ready in a cycle for a country and perhaps a theme. */
  async function addEnvelope({
    actor,
    workspaceId,
    cycleId,
    facts,
  }: OnCycle & { facts: EnvelopeFacts }): Promise<{ envelopeId: EnvelopeId }> {
    authorise(actor, 'registry.see', { workspaceId });
    assertEnvelope(facts);
    const by = authorOf(actor);
    return events.commit(by, async (tx, record) => {
      const { institutionId } = await getOwnCycle(db, tx, { actor, workspaceId, cycleId });
      const envelopeId = newId<EnvelopeId>();
      await tx.insert(envelopes).values({
        id: envelopeId,
        workspaceId,
        institutionId,
        cycleId,
        kind: 'country',
        region: null,
        source: 'hand',
        ...facts,
        details: {},
        createdAt: instant(clock),
      });
      await noteOrigins({ db, clock, tx, by }, { workspaceId, envelopeId, facts });
      await record({
        workspaceId,
        kind: 'envelope.added',
        subjectType: 'envelope',
        subjectId: envelopeId,
        after: { institutionId, cycleId, ...facts },
      });
      return { envelopeId };
    });
  }

  /** Corrects one that was entered by hand; an imported one is corrected at its source. */
  async function editEnvelope({ facts, ...on }: OnEnvelope & { facts: EnvelopeFacts }): Promise<void> {
    const { actor, workspaceId, cycleId, envelopeId } = on;
    authorise(actor, 'registry.see', { workspaceId });
    assertEnvelope(facts);
    const by = authorOf(actor);
    await events.commit(by, async (tx, record) => {
      const before = await getOwnEnvelope(tx, on);
      await tx.update(envelopes).set(facts).where(eq(envelopes.id, envelopeId));
      await noteOrigins({ db, clock, tx, by }, { workspaceId, envelopeId, facts });
      const { institutionId, amount, currency, status, country, theme } = before;
      await record({
        workspaceId,
        kind: 'envelope.edited',
        subjectType: 'envelope',
        subjectId: envelopeId,
        before: { amount, currency, status, country, theme },
        after: { institutionId, cycleId, ...facts },
      });
    });
  }

  async function removeEnvelope(on: OnEnvelope): Promise<void> {
    const { actor, workspaceId, cycleId, envelopeId } = on;
    authorise(actor, 'registry.see', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const { institutionId, amount, currency } = await getOwnEnvelope(tx, on);
      await tx
        .update(envelopes)
        .set({ removedAt: instant(clock) })
        .where(eq(envelopes.id, envelopeId));
      await record({
        workspaceId,
        kind: 'envelope.removed',
        subjectType: 'envelope',
        subjectId: envelopeId,
        before: { institutionId, cycleId, amount, currency },
      });
    });
  }

  async function getOwnEnvelope(tx: Tx, { envelopeId, ...onCycle }: OnEnvelope) {
    await getOwnCycle(db, tx, onCycle);
    const [row] = await tx
      .select()
      .from(envelopes)
      .where(
        and(
          eq(envelopes.id, envelopeId),
          eq(envelopes.cycleId, onCycle.cycleId),
          eq(envelopes.source, 'hand'),
          isNull(envelopes.removedAt),
        ),
      );
    if (!row) throw new DomainError({ code: 'not_found' });
    return row;
  }

  return { addEnvelope, editEnvelope, removeEnvelope };
}

async function noteOrigins(
  { db, clock, tx, by }: Omit<Writing, 'record'>,
  {
    workspaceId,
    envelopeId,
    facts,
  }: Pick<OnCycle, 'workspaceId'> & { envelopeId: EnvelopeId; facts: EnvelopeFacts },
): Promise<void> {
  const of = { workspaceId, subjectType: 'envelope', subjectId: envelopeId };
  const { sourceText } = facts;
  await writeOrigins({ db, tx, clock }, { of, fields: ['amount', 'status'], by, source: 'hand', sourceText });
}
