import { useState } from 'react';
import { useEventStream } from '#app/features/activity';
import { applyPatch, type ViewPatch } from '#domain/dialogues/view-patch';
import type { DialogueView } from '#server/features/dialogues';

/** The dialogue as it is now: as the page was given it, and from then on as the server tells of each change. */
export function useLiveDialogue(
  slug: string,
  given: DialogueView,
  audience: 'own' | 'room' = 'own',
): DialogueView {
  const [told, setTold] = useState<DialogueView | null>(null);
  useEventStream(`/w/${slug}/dialogues/${given.id}/live${audience === 'room' ? '?for=room' : ''}`, {
    view: (data) => setTold(JSON.parse(data) as DialogueView),
    patch: (data) => setTold((before) => before && applyPatch(before, JSON.parse(data) as ViewPatch)),
  });
  // What was read last holds: after an act of one's own that may be the page's.
  return told && told.id === given.id && told.nowMs >= given.nowMs ? told : given;
}
