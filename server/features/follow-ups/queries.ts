import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { DomainError } from '#domain/errors';
import type { ActionId, DialogueId, PlanId, WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import type { DecisionLine } from '../dialogues';
import { labelColumns, labelOf } from '../institutions';
import { latestStatuses } from '../plans';
import type { Dependencies, FollowUp, OnDecision, ReviewedDialogue } from './types';

interface Asked {
  actor: Actor;
  workspaceId: WorkspaceId;
}

export function followUpQueries({ db, dialogues }: Dependencies) {
  const { decisionActions, dialogues: dialogueRows, plans, planActions, institutions } = db.tables;

  /** A decision with the actions that carry it out. To whom its item does not open it is not there. */
  async function showDecision({
    decisionId,
    ...asked
  }: OnDecision): Promise<{ decision: DecisionLine; followUps: FollowUp[] }> {
    const known = await dialogues.listDecisions(asked);
    const decision = known.find(({ id }) => id === decisionId);
    if (!decision) throw new DomainError({ code: 'not_found' });
    const rows = await selectLinks(asked.workspaceId, eq(decisionActions.decisionId, decisionId));
    return { decision, followUps: await viewOf(asked.actor, rows, [decision]) };
  }

  /** What was decided in dialogues and how far it is carried out, for those who go through it again. */
  async function listReviewed({
    dialogueIds,
    ...asked
  }: Asked & { dialogueIds: readonly DialogueId[] }): Promise<ReviewedDialogue[]> {
    authorise(asked.actor, 'dialogue.see', asked);
    if (dialogueIds.length === 0) return [];
    const rows = await db.read
      .select()
      .from(dialogueRows)
      .where(
        and(eq(dialogueRows.workspaceId, asked.workspaceId), inArray(dialogueRows.id, [...dialogueIds])),
      );
    return Promise.all(
      rows.map(async ({ id, year, number, title, startsAt, timeZone }) => ({
        dialogue: {
          ...{ id, title, startsAt, timeZone },
          number: `${year}/${String(number).padStart(2, '0')}`,
        },
        decisions: await decisionsOf(asked, id),
      })),
    );
  }

  async function decisionsOf(asked: Asked, dialogueId: DialogueId): Promise<ReviewedDialogue['decisions']> {
    const known = await dialogues.listDecisions({ ...asked, dialogueId });
    const ids = known.map(({ id }) => id);
    if (ids.length === 0) return [];
    const links = await selectLinks(asked.workspaceId, inArray(decisionActions.decisionId, ids));
    const followUps = await viewOf(asked.actor, links, known);
    return known.map((decision) => ({
      decision,
      followUps: followUps.filter((followUp) => followUp.decision.id === decision.id),
    }));
  }

  /** The decisions that an action of a plan carries out, as far as the actor may know them. */
  function listDecisionsOfAction({
    planId,
    actionId,
    ...asked
  }: Asked & { planId: PlanId; actionId: ActionId }): Promise<FollowUp[]> {
    return listWhere(asked, and(eq(decisionActions.planId, planId), eq(decisionActions.actionId, actionId)));
  }

  /** What the actor's institution is asked to take on and has not answered. */
  async function listAwaited(asked: Asked): Promise<FollowUp[]> {
    const own = asked.actor.membership?.institutionId;
    const isOwn = own ? eq(decisionActions.leadInstitutionId, own) : sql`false`;
    const led = await listWhere(asked, isOwn);
    return led.filter(({ state, mayAnswer }) => state.state === 'proposed' && mayAnswer);
  }

  /** Most actions carry out no decision: the register is read only where there is something to look up in it. */
  async function listWhere(asked: Asked, condition: SQL | undefined): Promise<FollowUp[]> {
    authorise(asked.actor, 'dialogue.see', asked);
    const rows = await selectLinks(asked.workspaceId, condition);
    return rows.length === 0 ? [] : viewOf(asked.actor, rows, await dialogues.listDecisions(asked));
  }

  function selectLinks(workspaceId: WorkspaceId, condition: SQL | undefined) {
    return db.read
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
      .where(and(eq(plans.workspaceId, workspaceId), condition))
      .orderBy(asc(decisionActions.linkedAt), asc(decisionActions.actionId));
  }

  /** Of the links those whose decision is known to the actor. */
  async function viewOf(
    actor: Actor,
    rows: Awaited<ReturnType<typeof selectLinks>>,
    known: readonly DecisionLine[],
  ): Promise<FollowUp[]> {
    const byId = new Map(known.map((decision) => [decision.id, decision]));
    const statuses = new Map<PlanId, Awaited<ReturnType<typeof latestStatuses>>>();
    for (const { plan } of rows)
      if (!statuses.has(plan.id)) statuses.set(plan.id, await latestStatuses(db, plan.id));
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
          status: statuses.get(plan.id)?.get(link.actionId) ?? null,
        },
        lead: labelOf(lead),
        isOtherLead,
        state: link.state,
        mayAnswer:
          institutionId === link.leadInstitutionId && role !== 'observer' && action !== null && !isOtherLead,
      };
    });
  }

  return { showDecision, listReviewed, listDecisionsOfAction, listAwaited };
}
