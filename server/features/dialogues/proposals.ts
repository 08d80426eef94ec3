import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import { instant } from '#domain/clock';
import type { Scale } from '#domain/dialogues/gradient';
import type { QuotedPart } from '#domain/dialogues/plan-quote';
import { type ProposalAct, proposalAfter } from '#domain/dialogues/proposal';
import { countedOf } from '#domain/dialogues/quorum';
import { type DecisionRule, verdictOf } from '#domain/dialogues/verdict';
import { DomainError } from '#domain/errors';
import type { DialogueItemId, DialogueProposalId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { assertText, invalid } from './assert-facts';
import { findProposal, positionsOf, presentOf, roomOf, seatsOf } from './ballot';
import { findItem, type InDialogue, type OpenedDialogue } from './in-dialogue';
import { planQuotes } from './plan-quotes';
import type { Asked, Dependencies, ProposalRow } from './types';

export interface ProposalFacts {
  text: string;
  scale: Scale;
  isHidden: boolean;
  rule: DecisionRule;
}

interface OnProposal extends Asked {
  proposalId: DialogueProposalId;
}

export function proposalCommands({ db, documents, clock }: Dependencies, inDialogue: InDialogue) {
  const { dialogueProposals } = db.tables;
  const { freeze } = planQuotes({ db, documents });

  /**
   * Puts a proposal under an item, as a draft; one that amends another refers to it, one about a part of a plan quotes it
   * as it reads now. The id is made by who asks.
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
    quotes?: QuotedPart | null;
  }) {
    authorise(asked.actor, 'dialogue.run', asked);
    const text = assertText(facts.text, 'text');
    assertRule(facts.rule);
    const { workspaceId } = asked;
    // Sent again, it is not read again: the plan may have it no more.
    const isNew =
      (await db.read.select().from(dialogueProposals).where(eq(dialogueProposals.id, proposalId))).length ===
      0;
    const source = quotes && isNew ? await freeze(quotes, { workspaceId, at: instant(clock) }) : null;
    await inDialogue(asked, async (opened) => {
      const { tx, dialogue } = opened;
      const [known] = await tx.select().from(dialogueProposals).where(eq(dialogueProposals.id, proposalId));
      if (known?.dialogueId === dialogue.id && known.itemId === itemId && known.text === text) return;
      if (known) throw new DomainError({ code: 'conflict' });
      const item = await findItem(db, opened, { ...asked, itemId });
      if (amendsId) await assertAmendable({ amendsId, itemId });
      await draftProposal(db, opened, { ...facts, id: proposalId, itemId: item.id, text, amendsId, source });

      async function assertAmendable(amended: { amendsId: DialogueProposalId; itemId: DialogueItemId }) {
        const before = await findProposal(db, opened, { ...asked, proposalId: amended.amendsId });
        if (before.proposal.itemId !== amended.itemId) throw invalid('amendsId');
        // Only what has run its course is amended: two texts are never open for one question.
        if (before.proposal.state === 'open' || before.proposal.state === 'draft') throw stale();
      }
    });
  }

  /** From now on institutions take positions; who may is fixed: whoever counts now, and see latecomers.ts. */
  async function openProposal(asked: OnProposal): Promise<void> {
    authorise(asked.actor, 'dialogue.run', asked);
    await inDialogue(asked, async (opened) => {
      const { proposal, item } = await findProposal(db, opened, asked);
      if (!step(proposal.state, 'open')) return;
      const { rule } = proposal;
      if (rule.kind === 'silence' && rule.deadlineMs <= opened.nowMs) throw invalid('deadline');
      const { tx, invitations, nowMs } = opened;
      const present = await presentOf(db, tx, { dialogueId: asked.dialogueId, nowMs });
      await tx
        .update(dialogueProposals)
        .set({ state: 'open', eligible: countedOf(seatsOf(invitations), present), openedAt: opened.at })
        .where(eq(dialogueProposals.id, proposal.id));
      await opened.tell('proposalOpened', { proposalId: proposal.id }, item);
    });
  }

  /** Closes it with the verdict that its rule gives now. A verdict still pending is none: nobody spoke, or silence runs. */
  async function closeProposal(asked: OnProposal): Promise<void> {
    authorise(asked.actor, 'dialogue.run', asked);
    await inDialogue(asked, async (opened) => {
      const { tx, invitations, nowMs, at } = opened;
      const { proposal, item } = await findProposal(db, opened, asked);
      if (!step(proposal.state, 'close')) return;
      const positions = await positionsOf(db, tx, [proposal.id]);
      const present = await presentOf(db, tx, { dialogueId: asked.dialogueId, nowMs });
      const counted = countedOf(seatsOf(invitations), present);
      const verdict = verdictOf(roomOf({ proposal, positions, counted, present, nowMs }));
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

/** Writes a draft under the dialogue's next number. */
export async function draftProposal(
  { tables }: Pick<Db, 'tables'>,
  { tx, dialogue, tell }: OpenedDialogue,
  draft: Pick<ProposalRow, 'id' | 'itemId' | 'text' | 'scale' | 'isHidden' | 'rule' | 'amendsId' | 'source'>,
): Promise<void> {
  const { dialogueProposals } = tables;
  const [last] = await tx
    .select({ number: dialogueProposals.number })
    .from(dialogueProposals)
    .where(eq(dialogueProposals.dialogueId, dialogue.id))
    .orderBy(desc(dialogueProposals.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  await tx
    .insert(dialogueProposals)
    .values({ ...draft, dialogueId: dialogue.id, number, state: 'draft', eligible: [] });
  const { id: proposalId, itemId, text, amendsId, source } = draft;
  await tell('proposalDrafted', { proposalId, itemId, text, amendsId, source });
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
