import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import { withLatecomer, withoutMistaken } from '#domain/dialogues/latecomers';
import { takesPositions } from '#domain/dialogues/proposal';
import { countedOf, type Eligible } from '#domain/dialogues/quorum';
import type { InstitutionId } from '#domain/ids';
import { positionsOf, presentOf, seatsOf } from './ballot';
import type { OpenedDialogue } from './in-dialogue';
import type { ProposalRow } from './types';

/**
 * Who may take positions is fixed when a proposal is opened. An institution that comes, or accepts, while it is open may
 * from then on, and the proposal says since when.
 */
export function latecomersOf(db: Pick<Db, 'tables'>) {
  const { dialogueProposals } = db.tables;

  async function admit(opened: OpenedDialogue, institutionId: InstitutionId): Promise<void> {
    const seat = opened.invitations.find((one) => one.institutionId === institutionId);
    if (!seat) return;
    for (const proposal of await openProposalsOf(opened)) {
      if (!takesPositions(proposal.state, proposal.rule, opened.nowMs)) continue;
      const eligible = withLatecomer(proposal.eligible, seat, opened.nowMs);
      await save(opened, { proposal, eligible, verb: 'latecomerAdmitted', institutionId });
    }
  }

  async function admitIfPresent(opened: OpenedDialogue, institutionId: InstitutionId): Promise<void> {
    const { tx, dialogue, nowMs } = opened;
    const present = await presentOf(db, tx, { dialogueId: dialogue.id, nowMs });
    if (present.has(institutionId)) await admit(opened, institutionId);
  }

  /** After a mark was taken back: where it alone let an institution in that has not spoken, it is out again. */
  async function dismissIfMistaken(opened: OpenedDialogue, institutionId: InstitutionId): Promise<void> {
    const { tx, dialogue, invitations, nowMs } = opened;
    const present = await presentOf(db, tx, { dialogueId: dialogue.id, nowMs });
    const counted = countedOf(seatsOf(invitations), present);
    for (const proposal of await openProposalsOf(opened)) {
      const positions = await positionsOf(db, tx, [proposal.id]);
      const spoke = new Set<string>(positions.map((one) => one.institutionId));
      const eligible = withoutMistaken(proposal.eligible, institutionId, { counted, spoke });
      await save(opened, { proposal, eligible, verb: 'latecomerDismissed', institutionId });
    }
  }

  function openProposalsOf({ tx, dialogue }: OpenedDialogue): Promise<ProposalRow[]> {
    return tx
      .select()
      .from(dialogueProposals)
      .where(and(eq(dialogueProposals.dialogueId, dialogue.id), eq(dialogueProposals.state, 'open')));
  }

  async function save(
    { tx, tell }: OpenedDialogue,
    {
      proposal,
      eligible,
      verb,
      institutionId,
    }: { proposal: ProposalRow; eligible: readonly Eligible[]; verb: string; institutionId: InstitutionId },
  ): Promise<void> {
    if (eligible === proposal.eligible) return;
    await tx
      .update(dialogueProposals)
      .set({ eligible: [...eligible] })
      .where(eq(dialogueProposals.id, proposal.id));
    await tell(verb, { proposalId: proposal.id, institutionId });
  }

  return { admit, admitIfPresent, dismissIfMistaken };
}
