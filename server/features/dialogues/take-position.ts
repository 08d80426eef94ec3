import { eq } from 'drizzle-orm';
import type { Step } from '#domain/dialogues/gradient';
import { type PositionRefusal, takePosition as positionTaken } from '#domain/dialogues/positions';
import { DomainError, type DomainErrorCode } from '#domain/errors';
import type { DialogueProposalId, InstitutionId, PositionId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { limited, textLength } from './assert-facts';
import { ballotOf, findProposal, positionOf, positionsOf } from './ballot';
import type { InDialogue } from './in-dialogue';
import type { Asked, Dependencies } from './types';

export interface PositionFacts {
  /** Made by who sends, so that a position sent twice counts once. */
  id: PositionId;
  institutionId: InstitutionId;
  step: Step;
  reason: string;
  isAdReferendum: boolean;
}

interface OnProposal extends Asked {
  proposalId: DialogueProposalId;
}

const codeOf: Record<PositionRefusal, DomainErrorCode> = {
  closed: 'stale',
  not_eligible: 'forbidden',
  not_on_scale: 'invalid_input',
  reason_missing: 'invalid_input',
  basis_missing: 'invalid_input',
  own_stands: 'position_is_own',
  id_taken: 'conflict',
};

export function positionCommands({ db }: Dependencies, inDialogue: InDialogue) {
  const { positions } = db.tables;

  /** The institution for which the actor acts takes its position, or another one: the earlier stay in the history. */
  async function takePosition({
    position,
    ...asked
  }: OnProposal & { position: PositionFacts }): Promise<void> {
    await write(asked, { ...position, basis: null });
  }

  /** The convenor records what an absent institution let know, and on what basis; never over what it took itself. */
  async function recordPosition({
    position,
    ...asked
  }: OnProposal & { position: PositionFacts & { basis: string } }): Promise<void> {
    authorise(asked.actor, 'dialogue.run', asked);
    await write(asked, { ...position, basis: position.basis.trim() });
  }

  function write(asked: OnProposal, facts: PositionFacts & { basis: string | null }): Promise<void> {
    return inDialogue(asked, async (opened) => {
      const { tx, nowMs, at, invited } = opened;
      const { institutionId } = facts;
      if (facts.basis === null) authorise(asked.actor, 'position.take', { ...asked, institutionId, invited });
      const { proposal } = await findProposal(db, opened, asked);
      await assertNotElsewhere(facts.id);
      const rows = await positionsOf(db, tx, [proposal.id]);
      const row = {
        ...facts,
        reason: limited(facts.reason.trim(), 'reason', textLength.text),
        ...{ proposalId: proposal.id, number: rows.length, at, accountId: asked.actor.accountId },
      };
      const before = ballotOf(proposal, rows, nowMs);
      const answer = positionTaken(before, positionOf(row));
      if (!answer.ok)
        throw new DomainError({ code: codeOf[answer.refusal], details: { problem: answer.refusal } });
      if (answer.ballot === before) return;
      await tx.insert(positions).values(row);
      await opened.tell('positionTaken', { institutionId, proposalId: proposal.id, positionId: facts.id });

      async function assertNotElsewhere(id: PositionId) {
        const [known] = await tx.select().from(positions).where(eq(positions.id, id));
        if (known && known.proposalId !== proposal.id) throw new DomainError({ code: 'conflict' });
      }
    });
  }

  return { takePosition, recordPosition };
}
