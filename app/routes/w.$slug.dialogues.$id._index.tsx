import { useLoaderData } from '@remix-run/react';
import { DialogueFrame, DialogueOverview, useLiveDialogue, useServerNow } from '#app/features/dialogues';
import { loadDialogue } from '#app/features/dialogues/load-dialogue.server';
import '#app/features/dialogues/dialogues.css';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';

export const meta = titleFromData;
export const handle = { isFollowed: true };
export const loader = guardLoader(loadDialogue);

export default function Dialogue() {
  const { slug, view: given } = useLoaderData<typeof loader>();
  const view = useLiveDialogue(slug, given);
  const nowMs = useServerNow(slug, view.nowMs);
  return (
    <DialogueFrame slug={slug} view={view}>
      <DialogueOverview slug={slug} view={view} nowMs={nowMs} />
    </DialogueFrame>
  );
}
