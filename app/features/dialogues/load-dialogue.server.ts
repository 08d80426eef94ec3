import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { pageTitle } from '#app/i18n/language.server';
import type { DialogueId } from '#domain/ids';

/** The same for a page whose acts are all refused once the minutes are locked: they say that the record is final. */
export async function loadOpenDialogue(args: LoaderFunctionArgs) {
  const loaded = await loadDialogue(args);
  const { slug, view } = loaded;
  if (view.isFinal && view.mayRun) throw redirect(`/w/${slug}/dialogues/${view.id}/minutes`);
  return loaded;
}

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
