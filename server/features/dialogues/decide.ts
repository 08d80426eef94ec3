import { and, desc, eq } from 'drizzle-orm';
import { type DecisionAct, decisionAfter, decisionNumber, standsFor } from '#domain/dialogues/decision';
import { currentPositions } from '#domain/dialogues/positions';
import { DomainError } from '#domain/errors';
import type { DecisionId, DialogueProposalId, InstitutionId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { assertDate, assertText, limited, textLength } from './assert-facts';
import { ballotOf, findProposal, positionsOf } from './ballot';
import type { InDialogue, OpenedDialogue } from './in-dialogue';
import type { Asked, Dependencies, ProposalRow } from './types';

export interface DecisionFacts {
  text: string;
  budgetImplication: string;
  /** A calendar date, or null. */
  reviewOn: string | null;
  /** What becomes of an earlier decision of the workspace. */
  changes: { act: 'amend' | 'supersede'; decisionId: DecisionId } | null;
}

export function decisionCommands({ db }: Dependencies, inDialogue: InDialogue) {
  const { decisions, dialogueProposals, workspaces } = db.tables;

  /**
   * Enters a closed proposal into the register: adopted as its verdict says, else deferred. Adopted, it takes the place
   * of a deferred decision that was taken up by it, and only then it changes an earlier one: what was put off leaves in
   * force what is. A proposal has one decision, however often the form arrives.
   */
  async function decide({
    proposalId,
    facts,
    decisionId,
    ...asked
  }: Asked & {
    proposalId: DialogueProposalId;
    decisionId: DecisionId;
    facts: DecisionFacts;
  }): Promise<void> {
    authorise(asked.actor, 'dialogue.decide', asked);
    const text = assertText(facts.text, 'text');
    const { workspaceId, dialogueId } = asked;
    await inDialogue(asked, async (opened) => {
      const { tx, dialogue, at, nowMs, tell } = opened;
      const { proposal, item } = await findProposal(db, opened, { ...asked, proposalId });
      const [known] = await tx.select().from(decisions).where(eq(decisions.proposalId, proposalId));
      if (known?.id === decisionId) return;
      if (known) throw new DomainError({ code: 'stale' });
      const [taken] = await tx.select().from(decisions).where(eq(decisions.id, decisionId));
      if (taken) throw new DomainError({ code: 'conflict' });
      const { verdict, rule } = proposal;
      if (proposal.state !== 'closed' || !verdict) throw new DomainError({ code: 'stale' });
      const number = await nextNumber(opened);
      const [workspace] = await tx.select().from(workspaces).where(eq(workspaces.id, workspaceId));
      const reference = decisionNumber({
        workspace: workspace?.slug ?? '',
        ...{ year: dialogue.year, dialogue: dialogue.number, decision: number },
      });
      const isAdopted = verdict.outcome === 'adopted';
      const deferred = isAdopted ? await takenUpBy(opened, proposal) : [];
      for (const earlier of deferred)
        await change(opened, { ...asked, act: 'supersede', decisionId: earlier, by: decisionId });
      const { changes } = facts;
      if (changes && !isAdopted) throw new DomainError({ code: 'deferral_changes_nothing' });
      if (changes && !deferred.includes(changes.decisionId))
        await change(opened, { ...asked, ...changes, by: decisionId });
      await tx.insert(decisions).values({
        ...{ id: decisionId, workspaceId, dialogueId, itemId: item.id, proposalId, number, reference },
        ...{ text, rule, verdict, reviewOn: facts.reviewOn && assertDate(facts.reviewOn, 'reviewOn') },
        reservations: await reservationsOf(opened, proposal, nowMs),
        budgetImplication: limited(facts.budgetImplication.trim(), 'budgetImplication', textLength.text),
        state: { state: isAdopted ? 'adopted' : 'deferred' },
        ...{ decidedAt: at, accountId: asked.actor.accountId },
      });
      await tell('decided', { decisionId, reference }, item);
    });
  }

  /** Numbers are never given twice, since decisions are never removed. */
  async function nextNumber({ tx, dialogue }: OpenedDialogue): Promise<number> {
    const [last] = await tx
      .select({ number: decisions.number })
      .from(decisions)
      .where(eq(decisions.dialogueId, dialogue.id))
      .orderBy(desc(decisions.number))
      .limit(1);
    return (last?.number ?? 0) + 1;
  }

  /** The deferred decisions that the proposal, or the one that it amends, was made to decide on. */
  async function takenUpBy({ tx, dialogue }: OpenedDialogue, { id }: ProposalRow): Promise<DecisionId[]> {
    const known = await tx
      .select({ id: decisions.id, state: decisions.state })
      .from(decisions)
      .where(eq(decisions.workspaceId, dialogue.workspaceId));
    const waiting = known.flatMap(({ id: decisionId, state }) =>
      state.state === 'deferred' && state.takenUp?.dialogueId === dialogue.id
        ? { decisionId, proposalId: state.takenUp.proposalId }
        : [],
    );
    if (waiting.length === 0) return [];
    const proposals = await tx
      .select({ id: dialogueProposals.id, amendsId: dialogueProposals.amendsId })
      .from(dialogueProposals)
      .where(eq(dialogueProposals.dialogueId, dialogue.id));
    return waiting
      .filter(({ proposalId }) => standsFor(id, proposalId, proposals))
      .map(({ decisionId }) => decisionId);
  }

  async function change(
    { tx }: OpenedDialogue,
    {
      workspaceId,
      decisionId,
      act,
      by,
    }: Asked & { decisionId: DecisionId; act: 'amend' | 'supersede'; by: DecisionId },
  ): Promise<void> {
    const [earlier] = await tx
      .select({ state: decisions.state })
      .from(decisions)
      .where(and(eq(decisions.id, decisionId), eq(decisions.workspaceId, workspaceId)));
    if (!earlier) throw new DomainError({ code: 'not_found' });
    const state = decisionAfter(earlier.state, { act, by } satisfies DecisionAct);
    if (!state) throw new DomainError({ code: 'stale' });
    await tx.update(decisions).set({ state }).where(eq(decisions.id, decisionId));
  }

  async function reservationsOf({ tx }: OpenedDialogue, proposal: ProposalRow, nowMs: number) {
    const rows = await positionsOf(db, tx, [proposal.id]);
    const current = [...currentPositions(ballotOf(proposal, rows, nowMs)).values()];
    return current
      .filter(({ step }) => step === 'reservations')
      .map(({ institutionId, reason }) => ({ institutionId: institutionId as InstitutionId, reason }));
  }

  return { decide };
}
