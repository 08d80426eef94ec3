import { and, asc, eq, inArray } from 'drizzle-orm';
import { DomainError } from '#domain/errors';
import type { ActionId, PlanId, WorkspaceId } from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import type { DecisionLine } from '../dialogues';
import { labelColumns, labelOf } from '../institutions';
import type { Dependencies, FollowUp, OnDecision } from './types';

interface Asked {
  actor: Actor;
  workspaceId: WorkspaceId;
}

export function followUpQueries({ db, dialogues }: Dependencies) {
  const { decisionActions, plans, planActions, institutions, statusReports } = db.tables;

  /** A decision with the actions that carry it out. To whom its item does not open it is not there. */
  async function showDecision({
    decisionId,
    ...asked
  }: OnDecision): Promise<{ decision: DecisionLine; followUps: FollowUp[] }> {
    const known = await dialogues.listDecisions(asked);
    const decision = known.find(({ id }) => id === decisionId);
    if (!decision) throw new DomainError({ code: 'not_found' });
    return { decision, followUps: await followUpsOf(asked.actor, [decision]) };
  }

  /** The decisions that an action of a plan carries out, as far as the actor may know them. */
  async function listDecisionsOfAction({
    planId,
    actionId,
    ...asked
  }: Asked & { planId: PlanId; actionId: ActionId }): Promise<FollowUp[]> {
    const all = await followUpsOf(asked.actor, await dialogues.listDecisions(asked));
    return all.filter(({ plan, action }) => plan.id === planId && action.id === actionId);
  }

  /** What the actor's institution is asked to take on and has not answered. */
  async function listAwaited(asked: Asked): Promise<FollowUp[]> {
    const all = await followUpsOf(asked.actor, await dialogues.listDecisions(asked));
    return all.filter(({ state, mayAnswer }) => state.state === 'proposed' && mayAnswer);
  }

  async function followUpsOf(actor: Actor, known: readonly DecisionLine[]): Promise<FollowUp[]> {
    if (known.length === 0) return [];
    const byId = new Map(known.map((decision) => [decision.id, decision]));
    const rows = await db.read
      .select({
        link: decisionActions,
        plan: { id: plans.id, title: plans.title },
        action: { title: planActions.title, leadInstitutionId: planActions.leadInstitutionId },
        lead: labelColumns(db.tables),
      })
      .from(decisionActions)
      .innerJoin(plans, eq(plans.id, decisionActions.planId))
      .innerJoin(institutions, eq(institutions.id, decisionActions.leadInstitutionId))
      .leftJoin(
        planActions,
        and(eq(planActions.planId, decisionActions.planId), eq(planActions.id, decisionActions.actionId)),
      )
      .where(
        inArray(
          decisionActions.decisionId,
          known.map(({ id }) => id),
        ),
      )
      .orderBy(asc(decisionActions.linkedAt), asc(decisionActions.actionId));
    const statuses = await latestStatuses(rows.map(({ link }) => link.actionId));
    const { role, institutionId } = actor.membership ?? {};
    return rows.flatMap(({ link, plan, action, lead }) => {
      const decision = byId.get(link.decisionId);
      if (!decision) return [];
      const { id, reference, text } = decision;
      const isOtherLead = action !== null && action.leadInstitutionId !== link.leadInstitutionId;
      return {
        decision: { id, reference, text },
        plan,
        action: {
          id: link.actionId,
          title: action?.title || link.title,
          isGone: action === null,
          status: statuses.get(link.actionId) ?? null,
        },
        lead: labelOf(lead),
        isOtherLead,
        state: link.state,
        mayAnswer:
          institutionId === link.leadInstitutionId && role !== 'observer' && action !== null && !isOtherLead,
      };
    });
  }

  /** What was last said of each: the report on the latest period, and of those the one made last. */
  async function latestStatuses(actionIds: ActionId[]) {
    if (actionIds.length === 0) return new Map();
    const rows = await db.read
      .select({ actionId: statusReports.actionId, status: statusReports.status })
      .from(statusReports)
      .where(inArray(statusReports.actionId, [...new Set(actionIds)]))
      .orderBy(asc(statusReports.periodEnd), asc(statusReports.id));
    return new Map(rows.map(({ actionId, status }) => [actionId, status]));
  }

  return { showDecision, listDecisionsOfAction, listAwaited };
}
