import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import type { Clock } from '#domain/clock';
import type { ActivityRecord } from '#domain/commitments/types';
import { DomainError } from '#domain/errors';
import type { ActivityId, FinancialFactId, InstitutionId, WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { OriginSource } from '#domain/provenance';
import type { Actor } from '#domain/workspaces/actor';
import type { Author, Events } from '../events';
import { partnerSubject } from '../partners';
import { removeActivity as takeOut } from './remove-activity';
import { writeActivity } from './write-activity';

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
}

interface InWorkspace {
  actor: Actor;
  workspaceId: WorkspaceId;
}

/** Whoever keeps a partner's record enters, corrects and removes its commitments. */
export function activityCommands({ db, clock, events }: Dependencies) {
  async function enterActivity({
    actor,
    workspaceId,
    partnerId,
    activity,
  }: InWorkspace & { partnerId: InstitutionId; activity: ActivityRecord }): Promise<{
    activityId: ActivityId;
  }> {
    const by = authorOf(actor);
    return events.commit(by, async (tx, record) => {
      authorise(
        actor,
        'partner.edit',
        await partnerSubject(db, tx, { workspaceId, institutionId: partnerId }),
      );
      const { activityId } = await writeActivity(
        { db, tx, clock },
        { workspaceId, partnerId, activity, by, ...byHand },
      );
      await record({
        workspaceId,
        kind: 'commitment.entered',
        subjectType: 'commitment',
        subjectId: activityId,
        after: { title: activity.title, institutionId: partnerId },
      });
      return { activityId };
    });
  }

  /** `seenAt` is when the record was last set as the person saw it: what somebody else has changed since is not overwritten. */
  async function editActivity({
    actor,
    workspaceId,
    activityId,
    activity,
    factIds,
    seenAt,
  }: InWorkspace & {
    activityId: ActivityId;
    activity: ActivityRecord;
    /** Which of its facts each one is, in their order; null for a new one. */
    factIds?: readonly (FinancialFactId | null)[];
    seenAt: string;
  }): Promise<void> {
    const by = authorOf(actor);
    await events.commit(by, async (tx, record) => {
      const row = await findOwn(tx, { actor, workspaceId, activityId });
      if (row.setAt !== seenAt) throw new DomainError({ code: 'stale' });
      await assertOwnFacts(tx, activityId, factIds);
      await writeActivity(
        { db, tx, clock },
        { workspaceId, partnerId: row.partnerId, activityId, activity, factIds, by, ...byHand },
      );
      await record({
        workspaceId,
        kind: 'commitment.edited',
        subjectType: 'commitment',
        subjectId: activityId,
        before: { title: row.title },
        after: { title: activity.title, institutionId: row.partnerId },
      });
    });
  }

  async function removeActivity({
    actor,
    workspaceId,
    activityId,
  }: InWorkspace & { activityId: ActivityId }): Promise<void> {
    await events.commit(authorOf(actor), async (tx, record) => {
      const { title, partnerId } = await findOwn(tx, { actor, workspaceId, activityId });
      await takeOut({ db, tx, clock }, { workspaceId, activityId });
      await record({
        workspaceId,
        kind: 'commitment.removed',
        subjectType: 'commitment',
        subjectId: activityId,
        before: { title, institutionId: partnerId },
      });
    });
  }

  /** The activity, if the person keeps the record of its partner. */
  async function findOwn(
    tx: Tx,
    { actor, workspaceId, activityId }: InWorkspace & { activityId: ActivityId },
  ) {
    const { activities } = db.tables;
    const [row] = await tx
      .select()
      .from(activities)
      .where(
        and(
          eq(activities.id, activityId),
          eq(activities.workspaceId, workspaceId),
          isNull(activities.removedAt),
        ),
      );
    if (!row) throw new DomainError({ code: 'not_found' });
    const subject = await partnerSubject(db, tx, { workspaceId, institutionId: row.partnerId });
    authorise(actor, 'partner.edit', subject);
    return row;
  }

  async function assertOwnFacts(
    tx: Tx,
    activityId: ActivityId,
    factIds: readonly (FinancialFactId | null)[] = [],
  ): Promise<void> {
    const { financialFacts: facts } = db.tables;
    const own = await tx.select({ id: facts.id }).from(facts).where(eq(facts.activityId, activityId));
    const known = new Set(own.map(({ id }) => id));
    if (factIds.some((id) => id !== null && !known.has(id))) throw new DomainError({ code: 'not_found' });
  }

  return { enterActivity, editActivity, removeActivity };
}

const byHand: { source: OriginSource; sourceText: string } = { source: 'hand', sourceText: '' };

export function authorOf(actor: Actor): Author {
  return { accountId: actor.accountId, institutionId: actor.membership?.institutionId ?? null };
}
