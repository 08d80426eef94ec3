import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import type { DialogueView } from '#server/features/dialogues';
import type { ReviewedDialogue } from '#server/features/follow-ups';

/** The decisions that items of a dialogue go through, as they stand now and as the person may know them. */
export async function readReviewed(
  args: LoaderFunctionArgs,
  { items }: DialogueView,
): Promise<ReviewedDialogue[]> {
  const { actor, workspace } = await requireMember(args);
  const dialogueIds = [...new Set(items.flatMap(({ reviewsDialogueId }) => reviewsDialogueId ?? []))];
  return args.context.services.followUps.listReviewed({ actor, workspaceId: workspace.id, dialogueIds });
}
