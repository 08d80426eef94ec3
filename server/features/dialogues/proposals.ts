import { and, desc, eq } from 'drizzle-orm';
import type { Scale } from '#domain/dialogues/gradient';
import { type ProposalAct, proposalAfter } from '#domain/dialogues/proposal';
import { type DecisionRule, verdictOf } from '#domain/dialogues/verdict';
import { DomainError } from '#domain/errors';
import type { DialogueItemId, DialogueProposalId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { assertText, invalid } from './assert-facts';
import { eligibleOf, findProposal, positionsOf, presentOf, roomOf } from './ballot';
import { findItem, type InDialogue } from './in-dialogue';
import { freezeSource, type QuotedAction } from './proposal-sources';
import type { Asked, Dependencies } from './types';

export interface ProposalFacts {
  text: string;
  scale: Scale;
  isHidden: boolean;
  rule: DecisionRule;
}

interface OnProposal extends Asked {
  proposalId: DialogueProposalId;
}

export function proposalCommands({ db }: Dependencies, inDialogue: InDialogue) {
  const { dialogueProposals } = db.tables;

  /**
   * Puts a proposal under an item, as a draft; one that amends another refers to it, one about an action of a plan quotes
   * it as it reads now. The id is made by who asks.
   */
  async function propose({
    proposalId,
    itemId,
    facts,
    amendsId,
    quotes = null,
    ...asked
  }: OnProposal & {
    itemId: DialogueItemId;
    facts: ProposalFacts;
    amendsId: DialogueProposalId | null;
    quotes?: QuotedAction | null;
  }) {
    authorise(asked.actor, 'dialogue.run', asked);
    const text = assertText(facts.text, 'text');
    assertRule(facts.rule);
    await inDialogue(asked, async (opened) => {
      const { tx, dialogue, tell } = opened;
      const [known] = await tx.select().from(dialogueProposals).where(eq(dialogueProposals.id, proposalId));
      if (known?.dialogueId === dialogue.id) return;
      if (known) throw new DomainError({ code: 'conflict' });
      const item = await findItem(db, opened, { ...asked, itemId });
      if (amendsId) await assertAmendable({ amendsId, itemId });
      const { workspaceId } = asked;
      const source = quotes && (await freezeSource(db, tx, { ...quotes, workspaceId }));
      const [last] = await tx
        .select({ number: dialogueProposals.number })
        .from(dialogueProposals)
        .where(eq(dialogueProposals.dialogueId, dialogue.id))
        .orderBy(desc(dialogueProposals.number))
        .limit(1);
      await tx.insert(dialogueProposals).values({
        ...facts,
        ...{ id: proposalId, dialogueId: dialogue.id, itemId: item.id, number: (last?.number ?? 0) + 1 },
        ...{ text, state: 'draft', eligible: [], amendsId, source },
      });
      await tell('proposalDrafted', { proposalId, itemId, text, amendsId, source });

      async function assertAmendable(amended: { amendsId: DialogueProposalId; itemId: DialogueItemId }) {
        const before = await findProposal(db, opened, { ...asked, proposalId: amended.amendsId });
        if (before.proposal.itemId !== amended.itemId) throw invalid('amendsId');
        // Only what has run its course is amended: two texts are never open for one question.
        if (before.proposal.state === 'open' || before.proposal.state === 'draft') throw stale();
      }
    });
  }

  /** From now on institutions take positions; who may is fixed: those invited that have not declined. */
  async function openProposal(asked: OnProposal): Promise<void> {
    authorise(asked.actor, 'dialogue.run', asked);
    await inDialogue(asked, async (opened) => {
      const { proposal, item } = await findProposal(db, opened, asked);
      if (!step(proposal.state, 'open')) return;
      const { rule } = proposal;
      if (rule.kind === 'silence' && rule.deadlineMs <= opened.nowMs) throw invalid('deadline');
      await opened.tx
        .update(dialogueProposals)
        .set({ state: 'open', eligible: eligibleOf(opened.invitations), openedAt: opened.at })
        .where(eq(dialogueProposals.id, proposal.id));
      await opened.tell('proposalOpened', { proposalId: proposal.id }, item);
    });
  }

  /** Closes it with the verdict that its rule gives now. A verdict still pending is none: nobody spoke, or silence runs. */
  async function closeProposal(asked: OnProposal): Promise<void> {
    authorise(asked.actor, 'dialogue.run', asked);
    await inDialogue(asked, async (opened) => {
      const { tx, nowMs, at } = opened;
      const { proposal, item } = await findProposal(db, opened, asked);
      if (!step(proposal.state, 'close')) return;
      const positions = await positionsOf(db, tx, [proposal.id]);
      const present = await presentOf(db, tx, { dialogueId: asked.dialogueId, nowMs });
      const verdict = verdictOf(roomOf({ proposal, positions, present, nowMs }));
      if (verdict.outcome === 'pending') throw new DomainError({ code: 'verdict_pending' });
      await tx
        .update(dialogueProposals)
        .set({ state: 'closed', verdict, closedAt: at })
        .where(eq(dialogueProposals.id, proposal.id));
      await opened.tell('proposalClosed', { proposalId: proposal.id, outcome: verdict.outcome }, item);
    });
  }

  async function withdrawProposal(asked: OnProposal): Promise<void> {
    authorise(asked.actor, 'dialogue.run', asked);
    await inDialogue(asked, async (opened) => {
      const { proposal } = await findProposal(db, opened, asked);
      if (!step(proposal.state, 'withdraw')) return;
      await opened.tx
        .update(dialogueProposals)
        .set({ state: 'withdrawn', closedAt: opened.at })
        .where(and(eq(dialogueProposals.id, proposal.id)));
      await opened.tell('proposalWithdrawn', { proposalId: proposal.id });
    });
  }

  return { propose, openProposal, closeProposal, withdrawProposal };
}

/** False where it was done already; throws where it is not possible. */
function step(state: Parameters<typeof proposalAfter>[0], act: ProposalAct): boolean {
  const next = proposalAfter(state, act);
  if (!next) throw stale();
  return next !== state;
}

function assertRule(rule: DecisionRule): void {
  const shares = [
    ...(rule.kind === 'threshold' ? [rule.atLeast] : []),
    ...(rule.kind !== 'silence' && rule.quorum ? [rule.quorum.atLeast] : []),
  ];
  const isShare = ({ numerator, denominator }: (typeof shares)[number]) =>
    Number.isInteger(numerator) && Number.isInteger(denominator) && numerator > 0 && numerator <= denominator;
  if (!shares.every(isShare)) throw invalid('rule');
}

function stale(): DomainError {
  return new DomainError({ code: 'stale' });
}
