import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DialogueFrame, DialogueOverview, useLiveDialogue, useServerNow } from '#app/features/dialogues';
import { loadDialogue } from '#app/features/dialogues/load-dialogue.server';
import '#app/features/dialogues/dialogues.css';
import { FeedbackNotice } from '#app/features/feedback';
import { LinksSection } from '#app/features/public-dialogues';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';

export const meta = titleFromData;
export const handle = { isFollowed: true };

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const loaded = await loadDialogue(args);
  const asked = { actor, workspaceId: workspace.id, dialogueId: loaded.view.id };
  const { feedback, publicDialogues } = args.context.services;
  const [links, { own }] = await Promise.all([
    publicDialogues.listLinks(asked),
    feedback.showFeedback(asked),
  ]);
  return { ...loaded, links, isFeedbackGiven: own !== null };
});

export default function Dialogue() {
  const { slug, view: given, links, isFeedbackGiven } = useLoaderData<typeof loader>();
  const view = useLiveDialogue(slug, given);
  const nowMs = useServerNow(slug, view.nowMs);
  return (
    <DialogueFrame slug={slug} view={view}>
      <FeedbackNotice slug={slug} view={view} nowMs={nowMs} isGiven={isFeedbackGiven} />
      <DialogueOverview slug={slug} view={view} nowMs={nowMs} />
      <LinksSection links={links} />
    </DialogueFrame>
  );
}
