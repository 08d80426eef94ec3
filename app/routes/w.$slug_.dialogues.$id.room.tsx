import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { InvitedInstitutions, RoomDisplay, useLiveDialogue, useServerNow } from '#app/features/dialogues';
import '#app/features/dialogues/dialogues.css';
import { loadDialogue } from '#app/features/dialogues/load-dialogue.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';

export const meta = titleFromData;

export const loader = guardLoader((args: LoaderFunctionArgs) => loadDialogue(args, 'room'));

/** Outside of the workspace's frame: a wall needs no rail. */
export default function DialogueRoom() {
  const { slug, view: given } = useLoaderData<typeof loader>();
  const view = useLiveDialogue(slug, given, 'room');
  const nowMs = useServerNow(slug, view.nowMs);
  return (
    <InvitedInstitutions institutions={view.institutions}>
      <main id="main">
        <RoomDisplay view={view} nowMs={nowMs} />
      </main>
    </InvitedInstitutions>
  );
}
