import { and, eq } from 'drizzle-orm';
import { gradient } from '#domain/dialogues/gradient';
import type { Position } from '#domain/dialogues/positions';
import { DomainError } from '#domain/errors';
import type { DecisionId, DialogueId, DialogueItemId, WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { dialogueQuery } from './show-dialogue';
import type { Dependencies } from './types';
import type { InvitedView, ItemView, ProposalView } from './view-types';

/** What a decision came of, as the dialogue's own page shows it to the same person. */
export interface DecisionOrigin {
  dialogue: { id: DialogueId; number: string; title: string; startsAt: string; timeZone: string };
  item: { id: DialogueItemId; title: string; quotes: ItemView['quotes'] };
  /** With where the room stood, the most supportive first, as far as the reader may know. */
  proposal: ProposalView;
  /** Whose positions these may be. */
  institutions: InvitedView[];
}

export function decisionOriginQuery(dependencies: Pick<Dependencies, 'db' | 'clock' | 'documents'>) {
  const { db } = dependencies;
  const { decisions } = db.tables;
  const { showDialogue } = dialogueQuery(dependencies);

  /** Throws `not_found` to whom the decision's item does not open. */
  async function showDecisionOrigin({
    decisionId,
    ...asked
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    decisionId: DecisionId;
  }): Promise<DecisionOrigin> {
    authorise(asked.actor, 'dialogue.see', asked);
    const [row] = await db.read
      .select({ dialogueId: decisions.dialogueId })
      .from(decisions)
      .where(and(eq(decisions.id, decisionId), eq(decisions.workspaceId, asked.workspaceId)));
    if (!row) throw new DomainError({ code: 'not_found' });
    const view = await showDialogue({ ...asked, dialogueId: row.dialogueId });
    for (const { proposals, id, title, quotes } of view.items) {
      const proposal = proposals.find(({ decision }) => decision?.id === decisionId);
      if (!proposal) continue;
      const { number, startsAt, timeZone, institutions } = view;
      return {
        dialogue: { id: view.id, number, title: view.title, startsAt, timeZone },
        item: { id, title, quotes },
        proposal: {
          ...proposal,
          positions: [...proposal.positions].sort((a, b) => rank(a) - rank(b)),
        },
        institutions,
      };
    }
    throw new DomainError({ code: 'not_found' });
  }

  return { showDecisionOrigin };
}

function rank({ step }: Position): number {
  return gradient.indexOf(step);
}
