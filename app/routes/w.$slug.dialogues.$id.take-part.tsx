import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  DialogueFrame,
  TakePart,
  useLiveDialogue,
  useServerNow,
  WaitingStatus,
  WithWaitingActs,
} from '#app/features/dialogues';
import { handleActs } from '#app/features/dialogues/acts.server';
import '#app/features/dialogues/dialogues.css';
import { loadDialogue } from '#app/features/dialogues/load-dialogue.server';
import { takePartActs } from '#app/features/dialogues/take-part-acts.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';

export const meta = titleFromData;
export const handle = { isFollowed: true };
export const loader = guardLoader(loadDialogue);
export const action = guardAction((args: ActionFunctionArgs) => handleActs(args, takePartActs));

export default function TakePartPage() {
  const { slug, view: given, freshId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const told = useLiveDialogue(slug, given);
  const nowMs = useServerNow(slug, told.nowMs);
  return (
    <WithWaitingActs slug={slug} view={told}>
      {(view) => (
        <DialogueFrame slug={slug} view={view} answer={answer}>
          <WaitingStatus view={view} />
          {!view.cancelledAt && <TakePart {...{ slug, view, freshId, nowMs, answer }} />}
        </DialogueFrame>
      )}
    </WithWaitingActs>
  );
}
