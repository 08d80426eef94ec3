import { eq } from 'drizzle-orm';
import { instant } from '#domain/clock';
import type { PlanId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { assertHorizon, assertTitle } from './assert-plan';
import { authorOf } from './author-of';
import { findPlan } from './find-plan';
import type { Dependencies } from './types';

export function planCommands({ db, clock, events }: Dependencies) {
  const { plans } = db.tables;

  async function renamePlan({
    actor,
    planId,
    title,
  }: {
    actor: Actor;
    planId: PlanId;
    title: string;
  }): Promise<void> {
    const { workspaceId } = await findPlan(db, planId);
    authorise(actor, 'plan.rename', { workspaceId });
    const next = assertTitle(title);
    await events.commit(authorOf(actor), async (tx, record) => {
      const before = await findPlan(db, planId, tx);
      if (before.title === next) return;
      await tx.update(plans).set({ title: next }).where(eq(plans.id, planId));
      await record({
        workspaceId,
        kind: 'plan.renamed',
        subjectType: 'plan',
        subjectId: planId,
        before: { title: before.title },
        after: { title: next },
      });
    });
  }

  async function setHorizon({
    actor,
    planId,
    startYear,
    endYear,
  }: {
    actor: Actor;
    planId: PlanId;
    startYear: number;
    endYear: number;
  }): Promise<void> {
    const { workspaceId } = await findPlan(db, planId);
    authorise(actor, 'plan.rename', { workspaceId });
    const horizon = { startYear, endYear };
    assertHorizon(horizon);
    await events.commit(authorOf(actor), async (tx, record) => {
      const before = await findPlan(db, planId, tx);
      if (before.startYear === startYear && before.endYear === endYear) return;
      await tx.update(plans).set(horizon).where(eq(plans.id, planId));
      await record({
        workspaceId,
        kind: 'plan.horizon_changed',
        subjectType: 'plan',
        subjectId: planId,
        before: { startYear: before.startYear, endYear: before.endYear },
        after: horizon,
      });
    });
  }

  /** Takes a plan out of the lists. Nothing is lost, and `restorePlan` brings it back. */
  async function archivePlan({ actor, planId }: { actor: Actor; planId: PlanId }): Promise<void> {
    await setArchived(actor, planId, instant(clock));
  }

  async function restorePlan({ actor, planId }: { actor: Actor; planId: PlanId }): Promise<void> {
    await setArchived(actor, planId, null);
  }

  async function setArchived(actor: Actor, planId: PlanId, archivedAt: string | null): Promise<void> {
    const { workspaceId } = await findPlan(db, planId);
    authorise(actor, 'plan.archive', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const before = await findPlan(db, planId, tx);
      if ((before.archivedAt === null) === (archivedAt === null)) return;
      await tx.update(plans).set({ archivedAt }).where(eq(plans.id, planId));
      await record({
        workspaceId,
        kind: archivedAt === null ? 'plan.restored' : 'plan.archived',
        subjectType: 'plan',
        subjectId: planId,
        after: { title: before.title },
      });
    });
  }

  return { renamePlan, setHorizon, archivePlan, restorePlan };
}
