import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useLiveRefresh } from '#app/features/activity';
import { InvitedInstitutions, RoomDisplay, useServerNow } from '#app/features/dialogues';
import '#app/features/dialogues/dialogues.css';
import { loadDialogue } from '#app/features/dialogues/load-dialogue.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { title, slug, view } = await loadDialogue(args);
  // Whoever signed the projector in, the room sees nothing that is the convenors' alone.
  const items = view.items.filter(({ confidentiality }) => confidentiality !== 'convenor');
  return { title, slug, view: { ...view, items, decisions: [] } };
});

/** Outside of the workspace's frame: a wall needs no rail. */
export default function DialogueRoom() {
  const { slug, view } = useLoaderData<typeof loader>();
  useLiveRefresh(slug, { isLive: true });
  const nowMs = useServerNow(slug, view.nowMs);
  return (
    <InvitedInstitutions institutions={view.institutions}>
      <main id="main">
        <RoomDisplay view={view} nowMs={nowMs} />
      </main>
    </InvitedInstitutions>
  );
}
