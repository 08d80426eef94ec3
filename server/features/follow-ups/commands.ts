import { and, eq } from 'drizzle-orm';
import { isInForce } from '#domain/dialogues/decision';
import { type FollowUpAct, type FollowUpState, followUpAfter } from '#domain/dialogues/follow-up';
import type { Confidentiality } from '#domain/dialogues/kinds';
import { DomainError } from '#domain/errors';
import type { ActionId, InstitutionId, PlanId, WorkspaceId } from '#domain/ids';
import { addAction, planRoots, planTitle } from '#domain/plans';
import { authorise, may } from '#domain/policy';
import { inDialogueOf } from '../dialogues';
import { mailsOf, type Told } from './mails';
import type { Dependencies, OnDecision, OnFollowUp } from './types';

export function followUpCommands(dependencies: Dependencies) {
  const { db, documents, plans: planRows } = dependencies;
  const { decisions, dialogueItems, decisionActions, plans, planActions, workspaceInstitutions } = db.tables;
  const inDialogue = inDialogueOf(dependencies);
  const { mailLead, mailConvenors } = mailsOf(dependencies);

  /**
   * Says that an action carries out a decision, and asks the institution that leads it. A new action is added to the
   * plan under the id given, so that a form sent twice adds one.
   */
  async function linkAction({
    planId,
    actionId,
    added,
    ...on
  }: OnFollowUp & { added: { title: string; leadInstitutionId: InstitutionId } | null }): Promise<void> {
    const { actor, workspaceId, decisionId } = on;
    authorise(actor, 'followUp.link', { workspaceId });
    const decision = await findDecision(on);
    if (!isInForce(decision.state)) throw new DomainError({ code: 'stale' });
    const plan = await findPlan(workspaceId, planId);
    if (added) await add(plan, { ...on, actionId, ...added });
    await planRows.project(planId);
    const action = await findAction(planId, actionId);
    if (!action) throw new DomainError({ code: 'not_found' });
    const { title, leadInstitutionId } = action;
    if (!leadInstitutionId) throw invalid('actionId', 'no_lead');
    const { dialogueId, confidentiality } = decision;
    const told = await inDialogue(
      { actor, workspaceId, dialogueId },
      async ({ tx, invited, at, tell }) => {
        const rows = await tx
          .insert(decisionActions)
          .values({
            ...{ decisionId, planId, actionId, title, leadInstitutionId },
            ...{ state: { state: 'proposed' } as const, linkedAt: at, accountId: actor.accountId },
          })
          .onConflictDoNothing()
          .returning({ actionId: decisionActions.actionId });
        if (rows.length === 0) return null;
        await tell('actionLinked', { decisionId, planId, actionId, title }, decision);
        return { ...on, planId, actionId, leadInstitutionId, confidentiality, invited };
      },
      { evenFinal: true },
    );
    if (told) mailLead(told);
  }

  /** The institution that leads takes the action on, or says why not. It may change its mind. */
  async function answerFollowUp({
    answer,
    ...on
  }: OnFollowUp & { answer: { accepted: true } | { accepted: false; reason: string } }): Promise<void> {
    const { actor, workspaceId } = on;
    const changed = await change(on, 'actionAnswered', async ({ row, confidentiality, invited, at }) => {
      const item = { workspaceId, confidentiality, invited };
      if (!may(actor, 'dialogueItem.see', item)) throw new DomainError({ code: 'not_found' });
      authorise(actor, 'followUp.answer', { ...item, leadInstitutionId: row.leadInstitutionId });
      if (!answer.accepted && !answer.reason.trim()) throw invalid('reason');
      const isSame = row.state.state === (answer.accepted ? 'accepted' : 'declined');
      const act: FollowUpAct = answer.accepted
        ? { act: 'accept', at }
        : { act: 'decline', at, reason: answer.reason };
      return isSame ? null : { state: followUpAfter(row.state, act) };
    });
    if (changed) mailConvenors(changed.told, changed.state);
  }

  /** Asks whoever leads the action now: after it declined, or where another leads than was asked. */
  async function askLeadAgain(on: OnFollowUp): Promise<void> {
    authorise(on.actor, 'followUp.link', on);
    await findPlan(on.workspaceId, on.planId);
    await planRows.project(on.planId);
    const action = await findAction(on.planId, on.actionId);
    const leadInstitutionId = action?.leadInstitutionId;
    if (!leadInstitutionId) throw invalid('actionId', 'no_lead');
    const changed = await change(on, 'actionLinked', async ({ row }) => {
      const isOtherLead = row.leadInstitutionId !== leadInstitutionId;
      if (row.state.state === 'proposed' && !isOtherLead) return null;
      const state = followUpAfter(row.state, { act: 'ask', isOtherLead });
      return { state, leadInstitutionId, accountId: on.actor.accountId };
    });
    if (changed) mailLead(changed.told);
  }

  /** The action stays in its plan; it no longer counts as carrying out the decision. */
  async function unlinkAction(on: OnFollowUp): Promise<void> {
    const { actor, workspaceId, decisionId, planId, actionId } = on;
    authorise(actor, 'followUp.link', { workspaceId });
    const decision = await findDecision(on);
    await inDialogue(
      { actor, workspaceId, dialogueId: decision.dialogueId },
      async ({ tx, tell }) => {
        const gone = await tx
          .delete(decisionActions)
          .where(rowOf(on))
          .returning({ title: decisionActions.title });
        for (const { title } of gone)
          await tell('actionUnlinked', { decisionId, planId, actionId, title }, decision);
      },
      { evenFinal: true },
    );
  }

  type Row = typeof decisionActions.$inferSelect;

  /**
   * Changes one link by the rules: `next` gives null where nothing is to be done, and a null state where it may not.
   * Gives what was changed, for mails after commit, or null.
   */
  async function change(
    on: OnFollowUp,
    verb: string,
    next: (found: {
      row: Row;
      confidentiality: Confidentiality;
      invited: ReadonlySet<InstitutionId>;
      at: string;
    }) => Promise<
      ({ state: FollowUpState | null } & Partial<Pick<Row, 'leadInstitutionId' | 'accountId'>>) | null
    >,
  ): Promise<{ told: Told; state: FollowUpState } | null> {
    const { actor, workspaceId, decisionId, planId, actionId } = on;
    const decision = await findDecision(on);
    const { confidentiality, dialogueId } = decision;
    return inDialogue(
      { actor, workspaceId, dialogueId },
      async ({ tx, invited, at, tell }) => {
        const [row] = await tx.select().from(decisionActions).where(rowOf(on));
        if (!row) throw new DomainError({ code: 'not_found' });
        const after = await next({ row, confidentiality, invited, at });
        if (!after) return null;
        if (!after.state) throw new DomainError({ code: 'stale' });
        const { state, leadInstitutionId = row.leadInstitutionId, accountId = row.accountId } = after;
        await tx.update(decisionActions).set({ state, leadInstitutionId, accountId }).where(rowOf(on));
        await tell(verb, { decisionId, planId, actionId, title: row.title, state: state.state }, decision);
        return { told: { ...on, leadInstitutionId, confidentiality, invited }, state };
      },
      { evenFinal: true },
    );
  }

  async function add(
    { documentId }: Awaited<ReturnType<typeof findPlan>>,
    {
      actor,
      workspaceId,
      actionId,
      ...wanted
    }: OnDecision & { actionId: ActionId; title: string; leadInstitutionId: InstitutionId },
  ): Promise<void> {
    authorise(actor, 'plan.edit', { workspaceId });
    const title = planTitle(wanted.title);
    if (!title) throw invalid('title');
    const { leadInstitutionId } = wanted;
    const [known] = await db.read
      .select({ id: workspaceInstitutions.institutionId })
      .from(workspaceInstitutions)
      .where(
        and(
          eq(workspaceInstitutions.workspaceId, workspaceId),
          eq(workspaceInstitutions.institutionId, leadInstitutionId),
        ),
      );
    if (!known) throw invalid('leadInstitutionId');
    const author = { accountId: actor.accountId, institutionId: actor.membership?.institutionId ?? null };
    await documents.change(documentId, author, (doc) => {
      const lead = { institutionId: leadInstitutionId, text: '' };
      if (!planRoots(doc).actions.has(actionId)) addAction(doc, { id: actionId, title, lead });
    });
  }

  async function findDecision({ workspaceId, decisionId }: OnDecision) {
    const [found] = await db.read
      .select({
        dialogueId: decisions.dialogueId,
        state: decisions.state,
        confidentiality: dialogueItems.confidentiality,
      })
      .from(decisions)
      .innerJoin(dialogueItems, eq(dialogueItems.id, decisions.itemId))
      .where(and(eq(decisions.id, decisionId), eq(decisions.workspaceId, workspaceId)));
    if (!found) throw new DomainError({ code: 'not_found' });
    return found;
  }

  async function findPlan(workspaceId: WorkspaceId, planId: PlanId) {
    const [plan] = await db.read
      .select({ documentId: plans.documentId, archivedAt: plans.archivedAt })
      .from(plans)
      .where(and(eq(plans.id, planId), eq(plans.workspaceId, workspaceId)));
    if (!plan) throw new DomainError({ code: 'not_found' });
    if (plan.archivedAt !== null) throw invalid('planId');
    return plan;
  }

  async function findAction(planId: PlanId, actionId: ActionId) {
    const [action] = await db.read
      .select({ title: planActions.title, leadInstitutionId: planActions.leadInstitutionId })
      .from(planActions)
      .where(and(eq(planActions.planId, planId), eq(planActions.id, actionId)));
    return action ?? null;
  }

  function rowOf({ decisionId, planId, actionId }: OnFollowUp) {
    return and(
      eq(decisionActions.decisionId, decisionId),
      eq(decisionActions.planId, planId),
      eq(decisionActions.actionId, actionId),
    );
  }

  return { linkAction, answerFollowUp, askLeadAgain, unlinkAction };
}

function invalid(field: string, problem?: string): DomainError {
  return new DomainError({ code: 'invalid_input', details: { field, ...(problem && { problem }) } });
}
