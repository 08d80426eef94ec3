import { eq } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { type StillOpen, stillOpen } from '#domain/dialogues/still-open';
import type { DialogueRow } from '../types';

/** Reads what would still change the report of a dialogue if its minutes were locked now. */
export function stillOpenReader({ tables }: Pick<Db, 'tables'>) {
  const { dialogueProposals, decisions } = tables;

  return async function readStillOpen(
    reader: Reader,
    { id, endedAt }: Pick<DialogueRow, 'id' | 'endedAt'>,
  ): Promise<StillOpen | null> {
    const rows = await reader
      .select({
        id: dialogueProposals.id,
        state: dialogueProposals.state,
        amendsId: dialogueProposals.amendsId,
        verdict: dialogueProposals.verdict,
        decisionId: decisions.id,
      })
      .from(dialogueProposals)
      .leftJoin(decisions, eq(decisions.proposalId, dialogueProposals.id))
      .where(eq(dialogueProposals.dialogueId, id));
    const proposals = rows.map(({ verdict, decisionId, ...proposal }) => ({
      ...proposal,
      isAdopted: verdict?.outcome === 'adopted',
      isDecided: decisionId !== null,
    }));
    return stillOpen({ endedAt, proposals });
  };
}
