import { and, eq } from 'drizzle-orm';
import type { Reader } from '#db/db';
import { type DecisionAct, type Deferral, decisionAfter } from '#domain/dialogues/decision';
import type { DecisionRule } from '#domain/dialogues/verdict';
import { DomainError } from '#domain/errors';
import type { DecisionId, DialogueId, DialogueItemId, DialogueProposalId, WorkspaceId } from '#domain/ids';
import { authorise, may } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { itemPutter } from './agenda';
import { assertDate, assertText, invalid, textLength } from './assert-facts';
import { type InDialogue, invitationsOf, type OpenedDialogue } from './in-dialogue';
import { draftProposal } from './proposals';
import type { Dependencies } from './types';

interface OnDeferred {
  actor: Actor;
  workspaceId: WorkspaceId;
  decisionId: DecisionId;
}

/** What was put off, and where it is taken up again, as one person may know it. */
export interface DeferralView {
  postponed: { reviewOn: string | null; reason: string; at: string }[];
  takenUp: { dialogue: { id: DialogueId; title: string }; at: string } | null;
  /** Whether a convenor may take it up, or put it off: not while a dialogue is still to decide on it. */
  isOpen: boolean;
}

/** What becomes of decisions that were deferred; see decision 024. */
export function deferredCommands(dependencies: Dependencies, inDialogue: InDialogue) {
  const { db } = dependencies;
  const { decisions, dialogues, dialogueItems, dialogueProposals } = db.tables;
  const putItem = itemPutter(dependencies);

  /**
   * Puts a deferred decision on the agenda of another dialogue that has not ended, with its text as the draft of a
   * proposal. It stays as confidential as it was. The ids are made by who asks.
   */
  async function takeUpDecision({
    dialogueId,
    itemId,
    proposalId,
    ...on
  }: OnDeferred & {
    dialogueId: DialogueId;
    itemId: DialogueItemId;
    proposalId: DialogueProposalId;
  }): Promise<void> {
    const { actor, workspaceId, decisionId } = on;
    authorise(actor, 'dialogue.decide', { workspaceId });
    await inDialogue({ actor, workspaceId, dialogueId }, async (opened) => {
      const { tx, dialogue, at, tell } = opened;
      const { state, item, proposal } = await findDeferred(tx, on);
      const isAwaited = state.state === 'deferred' && (await isUnderWay(tx, state.takenUp));
      const isSame = state.state === 'deferred' && state.takenUp?.itemId === itemId;
      if (dialogue.endedAt || (isAwaited && !isSame)) throw new DomainError({ code: 'stale' });
      const { purpose, presenter, plannedMinutes, confidentiality } = item;
      const title = `${item.reference} · ${item.title}`.slice(0, textLength.line);
      const facts = { title, purpose, presenter, plannedMinutes, confidentiality };
      if (!(await putItem(opened, { actor, itemId, facts }))) return;
      const { text, scale, isHidden } = proposal;
      const rule = ruleAnew(proposal.rule);
      const draft = { id: proposalId, itemId, text, scale, isHidden, rule, amendsId: null, source: null };
      await draftProposal(db, opened, draft);
      await change(opened, on, () => ({ act: 'takeUp', takenUp: { dialogueId, itemId, proposalId, at } }));
      await tell('decisionTakenUp', { decisionId, reference: item.reference, itemId }, item);
    });
  }

  /** Gives a deferred decision another review date, and says why. The dates before stay known. */
  async function postponeDecision({
    reviewOn,
    reason,
    ...on
  }: OnDeferred & { reviewOn: string; reason: string }): Promise<void> {
    const { actor, workspaceId, decisionId } = on;
    authorise(actor, 'dialogue.decide', { workspaceId });
    assertDate(reviewOn, 'reviewOn');
    const why = assertText(reason, 'reason', textLength.text);
    const { item } = await findDeferred(db.read, on);
    const { dialogueId, reference } = item;
    await inDialogue(
      { actor, workspaceId, dialogueId },
      async (opened) => {
        if (reviewOn <= opened.at.slice(0, 10)) throw invalid('reviewOn');
        const { state } = await findDeferred(opened.tx, on);
        const isAwaited = state.state === 'deferred' && (await isUnderWay(opened.tx, state.takenUp));
        if (isAwaited) throw new DomainError({ code: 'stale' });
        const isChanged = await change(opened, on, (before) =>
          before.reviewOn === reviewOn
            ? null
            : { act: 'postpone', reviewOn: before.reviewOn, reason: why, at: opened.at },
        );
        if (!isChanged) return;
        await opened.tx.update(decisions).set({ reviewOn }).where(eq(decisions.id, decisionId));
        await opened.tell('decisionPostponed', { decisionId, reference, reviewOn }, item);
      },
      { evenCancelled: true, evenFinal: true },
    );
  }

  /** Throws `not_found` to whom the decision's item does not open; where it is taken up is told as that item allows. */
  async function showDeferral({ actor, workspaceId, decisionId }: OnDeferred): Promise<DeferralView> {
    authorise(actor, 'dialogue.see', { workspaceId });
    const { state, item } = await findDeferred(db.read, { workspaceId, decisionId });
    const isKnown = await mayKnow({ actor, workspaceId }, item);
    if (!isKnown) throw new DomainError({ code: 'not_found' });
    if (state.state !== 'deferred' && state.state !== 'superseded')
      return { postponed: [], takenUp: null, isOpen: false };
    const { postponed = [], takenUp } = state;
    return {
      postponed,
      takenUp: takenUp ? await whereOf(takenUp) : null,
      isOpen: state.state === 'deferred' && !(await isUnderWay(db.read, takenUp)),
    };

    async function whereOf(up: NonNullable<typeof takenUp>): Promise<DeferralView['takenUp']> {
      const [there] = await db.read
        .select({
          dialogueId: dialogueItems.dialogueId,
          confidentiality: dialogueItems.confidentiality,
          title: dialogues.title,
        })
        .from(dialogueItems)
        .innerJoin(dialogues, eq(dialogues.id, dialogueItems.dialogueId))
        .where(and(eq(dialogueItems.id, up.itemId), eq(dialogues.workspaceId, workspaceId)));
      if (!there || !(await mayKnow({ actor, workspaceId }, there))) return null;
      return { dialogue: { id: there.dialogueId, title: there.title }, at: up.at };
    }
  }

  /** Whether the dialogue that took it up may still adopt it. */
  async function isUnderWay(reader: Reader, takenUp: Deferral['takenUp']): Promise<boolean> {
    if (!takenUp) return false;
    const [there] = await reader
      .select({
        state: dialogueProposals.state,
        verdict: dialogueProposals.verdict,
        endedAt: dialogues.endedAt,
        cancelledAt: dialogues.cancelledAt,
      })
      .from(dialogueProposals)
      .innerJoin(dialogues, eq(dialogues.id, dialogueProposals.dialogueId))
      .where(eq(dialogueProposals.id, takenUp.proposalId));
    if (!there || there.cancelledAt || there.state === 'withdrawn') return false;
    return there.state === 'closed' ? there.verdict?.outcome === 'adopted' : !there.endedAt;
  }

  async function mayKnow(
    { actor, workspaceId }: Pick<OnDeferred, 'actor' | 'workspaceId'>,
    {
      dialogueId,
      confidentiality,
    }: Pick<typeof dialogueItems.$inferSelect, 'dialogueId' | 'confidentiality'>,
  ): Promise<boolean> {
    const invitations = await invitationsOf(db, db.read, dialogueId);
    const invited = new Set(invitations.map(({ institutionId }) => institutionId));
    return may(actor, 'dialogueItem.see', { workspaceId, confidentiality, invited });
  }

  /** False where there is nothing to be done. */
  async function change(
    { tx }: OpenedDialogue,
    { decisionId }: OnDeferred,
    actOn: (decision: typeof decisions.$inferSelect) => DecisionAct | null,
  ): Promise<boolean> {
    const [decision] = await tx.select().from(decisions).where(eq(decisions.id, decisionId));
    if (!decision) throw new DomainError({ code: 'not_found' });
    const act = actOn(decision);
    if (!act) return false;
    const state = decisionAfter(decision.state, act);
    if (!state) throw new DomainError({ code: 'stale' });
    await tx.update(decisions).set({ state }).where(eq(decisions.id, decisionId));
    return true;
  }

  async function findDeferred(reader: Reader, { workspaceId, decisionId }: Omit<OnDeferred, 'actor'>) {
    const [found] = await reader
      .select({
        state: decisions.state,
        reference: decisions.reference,
        text: decisions.text,
        item: dialogueItems,
        proposal: dialogueProposals,
      })
      .from(decisions)
      .innerJoin(dialogueItems, eq(dialogueItems.id, decisions.itemId))
      .innerJoin(dialogueProposals, eq(dialogueProposals.id, decisions.proposalId))
      .where(and(eq(decisions.id, decisionId), eq(decisions.workspaceId, workspaceId)));
    if (!found) throw new DomainError({ code: 'not_found' });
    const { state, reference, text, item, proposal } = found;
    return { state, item: { ...item, reference }, proposal: { ...proposal, text } };
  }

  return { takeUpDecision, postponeDecision, showDeferral };
}

/** The rule that the proposal had; a silence that ran out is none to begin with again. */
function ruleAnew(rule: DecisionRule): DecisionRule {
  return rule.kind === 'silence' ? { kind: 'consensus', quorum: null } : rule;
}
