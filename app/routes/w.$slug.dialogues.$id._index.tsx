import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  DialogueFrame,
  DialogueOverview,
  LinksSection,
  useLiveDialogue,
  useServerNow,
} from '#app/features/dialogues';
import { loadDialogue } from '#app/features/dialogues/load-dialogue.server';
import '#app/features/dialogues/dialogues.css';
import { FeedbackNotice } from '#app/features/feedback';
import { ReviewedDecisions } from '#app/features/follow-ups';
import { readReviewed } from '#app/features/follow-ups/reviewed.server';
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
  const [links, reviewed, { own }] = await Promise.all([
    publicDialogues.listLinks(asked),
    readReviewed(args, loaded.view),
    feedback.showFeedback(asked),
  ]);
  return { ...loaded, links, reviewed, isFeedbackGiven: own !== null };
});

export default function Dialogue() {
  const { slug, view: given, links, reviewed, isFeedbackGiven } = useLoaderData<typeof loader>();
  const view = useLiveDialogue(slug, given);
  const nowMs = useServerNow(slug, view.nowMs);
  return (
    <DialogueFrame slug={slug} view={view}>
      <FeedbackNotice slug={slug} view={view} nowMs={nowMs} isGiven={isFeedbackGiven} />
      <DialogueOverview
        {...{ slug, view, nowMs }}
        detailsOf={({ reviewsDialogueId }) => (
          <ReviewedDecisions slug={slug} dialogueId={reviewsDialogueId} reviewed={reviewed} />
        )}
      />
      <LinksSection links={links} />
    </DialogueFrame>
  );
}
