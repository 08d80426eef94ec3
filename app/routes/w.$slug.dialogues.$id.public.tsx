import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DialogueFrame } from '#app/features/dialogues';
import { handleActs } from '#app/features/dialogues/acts.server';
import '#app/features/dialogues/dialogues.css';
import { loadDialogue } from '#app/features/dialogues/load-dialogue.server';
import { LinksEditor, PublishEditor } from '#app/features/public-dialogues';
import { publishActs } from '#app/features/public-dialogues/publish-acts.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import type { DialogueId } from '#domain/ids';
import { authorise } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const loaded = await loadDialogue(args);
  const workspaceId = workspace.id;
  authorise(actor, 'dialogue.publish', { workspaceId });
  const { services, publicUrl } = args.context;
  const dialogueId = args.params.id as DialogueId;
  return {
    ...loaded,
    links: await services.publicDialogues.listLinks({ actor, workspaceId, dialogueId }),
    address: `${publicUrl}/p/${workspace.slug}/dialogues/${dialogueId}`,
  };
});

export const action = guardAction((args: ActionFunctionArgs) => handleActs(args, publishActs));

export default function PublicPageOfDialogue() {
  const { slug, view, links, address, freshId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DialogueFrame slug={slug} view={view} answer={answer}>
      <PublishEditor view={view} address={address} />
      <LinksEditor links={links} freshId={freshId} answer={answer} />
    </DialogueFrame>
  );
}
