import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { standingAnswer } from '#domain/dialogues/kept-answer';
import { type Ballot, currentPositions, type Position } from '#domain/dialogues/positions';
import { takesPositions } from '#domain/dialogues/proposal';
import { type Eligible, presentAt, type Seat } from '#domain/dialogues/quorum';
import { DomainError } from '#domain/errors';
import type { DialogueId, DialogueProposalId } from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import { findItem, type OpenedDialogue } from './in-dialogue';
import type { InvitationRow, ItemRow, PositionRow, ProposalRow } from './types';

/** A proposal of the dialogue under an item that the actor may know of; to anyone else it is not there. */
export async function findProposal(
  db: Pick<Db, 'tables'>,
  opened: OpenedDialogue,
  { actor, proposalId }: { actor: Actor; proposalId: DialogueProposalId },
): Promise<{ proposal: ProposalRow; item: ItemRow }> {
  const { dialogueProposals } = db.tables;
  const [proposal] = await opened.tx
    .select()
    .from(dialogueProposals)
    .where(and(eq(dialogueProposals.id, proposalId), eq(dialogueProposals.dialogueId, opened.dialogue.id)));
  if (!proposal) throw new DomainError({ code: 'not_found' });
  return { proposal, item: await findItem(db, opened, { actor, itemId: proposal.itemId }) };
}

export async function positionsOf(
  { tables: { positions } }: Pick<Db, 'tables'>,
  reader: Reader,
  proposalIds: DialogueProposalId[],
): Promise<PositionRow[]> {
  if (proposalIds.length === 0) return [];
  return reader
    .select()
    .from(positions)
    .where(inArray(positions.proposalId, proposalIds))
    .orderBy(asc(positions.number));
}

/** Every mark of attendance of a dialogue that was not taken back, the oldest first. */
export async function marksOf(
  { tables: { attendanceMarks } }: Pick<Db, 'tables'>,
  reader: Reader,
  dialogueId: DialogueId,
) {
  const rows = await reader
    .select()
    .from(attendanceMarks)
    .where(and(eq(attendanceMarks.dialogueId, dialogueId), isNull(attendanceMarks.takenBackAt)))
    .orderBy(asc(attendanceMarks.at), asc(attendanceMarks.id));
  return rows.map(({ at, ...mark }) => ({ ...mark, atMs: Date.parse(at) }));
}

export async function presentOf(
  db: Pick<Db, 'tables'>,
  reader: Reader,
  { dialogueId, nowMs }: { dialogueId: DialogueId; nowMs: number },
): Promise<Set<string>> {
  return presentAt(await marksOf(db, reader, dialogueId), nowMs);
}

/** The invited as the rules of quorums look at them. */
export function seatsOf(invitations: readonly InvitationRow[]): Seat[] {
  return invitations.map(({ institutionId, group, ...kept }) => ({
    ...{ institutionId, group },
    answer: standingAnswer(kept),
  }));
}

export function positionOf(row: PositionRow): Position {
  const { id, institutionId, step, reason, isAdReferendum, basis, at } = row;
  return { id, institutionId, step, reason, isAdReferendum, basis, atMs: Date.parse(at) };
}

/** The proposal as the rules of positions look at it; silence closes it by itself at its deadline. */
export function ballotOf(proposal: ProposalRow, positions: readonly PositionRow[], nowMs: number): Ballot {
  const { scale, isHidden, eligible, state, rule } = proposal;
  return {
    ...{ scale, isHidden },
    eligible: eligible.map(({ institutionId }) => institutionId),
    state: takesPositions(state, rule, nowMs) ? 'open' : 'closed',
    history: positions.filter(({ proposalId }) => proposalId === proposal.id).map(positionOf),
  };
}

/** The proposal as the rules of verdicts look at it. */
export function roomOf({
  proposal,
  positions,
  counted,
  present,
  nowMs,
}: {
  proposal: ProposalRow;
  positions: readonly PositionRow[];
  counted: readonly Eligible[];
  present: ReadonlySet<string>;
  nowMs: number;
}) {
  return {
    rule: proposal.rule,
    eligible: proposal.eligible,
    ...{ counted, present },
    positions: currentPositions(ballotOf(proposal, positions, nowMs)),
    nowMs,
  };
}
