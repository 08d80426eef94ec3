import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { pageTitle } from '#app/i18n/language.server';
import type { DialogueId } from '#domain/ids';

/** What every page of a dialogue shows, as the person may know it. */
export async function loadDialogue(args: LoaderFunctionArgs, audience: 'own' | 'room' = 'own') {
  const { actor, workspace } = await requireMember(args);
  const dialogueId = args.params.id as DialogueId;
  const workspaceId = workspace.id;
  const view = await args.context.services.dialogues.showDialogue({
    ...{ actor, workspaceId, dialogueId, audience },
  });
  return {
    title: await pageTitle(args, 'dialogues:pageTitle', { title: view.title }),
    slug: workspace.slug,
    view,
    /** For what the page's forms make, so that one sent twice counts once. */
    freshId: crypto.randomUUID(),
  };
}
