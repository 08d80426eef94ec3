import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { PlanId, WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { findPlan, planColumns } from './find-plan';
import type { Dependencies, OpenPlan, Plan } from './types';

export function planQueries({ db }: Pick<Dependencies, 'db'>) {
  const { plans } = db.tables;

  /** Throws `not_found` for a plan of another workspace. */
  async function getPlan({ actor, planId }: { actor: Actor; planId: PlanId }): Promise<OpenPlan> {
    const plan = await findPlan(db, planId);
    authorise(actor, 'plan.see', plan);
    return plan;
  }

  /** The workspace's plans, the newest first. */
  async function listPlans({
    actor,
    workspaceId,
    isArchived = false,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    isArchived?: boolean;
  }): Promise<Plan[]> {
    authorise(actor, 'plan.see', { workspaceId });
    return db.read
      .select(planColumns(db.tables))
      .from(plans)
      .where(
        and(
          eq(plans.workspaceId, workspaceId),
          isArchived ? isNotNull(plans.archivedAt) : isNull(plans.archivedAt),
        ),
      )
      .orderBy(desc(plans.id));
  }

  return { getPlan, listPlans };
}
