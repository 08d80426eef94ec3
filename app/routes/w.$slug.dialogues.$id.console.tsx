import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import {
  Console,
  DialogueFrame,
  useLiveDialogue,
  useServerNow,
  WaitingStatus,
  WithWaitingActs,
} from '#app/features/dialogues';
import { handleActs } from '#app/features/dialogues/acts.server';
import '#app/features/dialogues/dialogues.css';
import { loadOpenDialogue } from '#app/features/dialogues/load-dialogue.server';
import { runActs } from '#app/features/dialogues/run-acts.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { authorise } from '#domain/policy';

// Which item is looked at is for the page alone, so that another one can be without a network.
export { revalidateUnlessSearch as shouldRevalidate } from '#app/http/revalidate';

export const meta = titleFromData;
export const handle = { isFollowed: true };

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const loaded = await loadOpenDialogue(args);
  authorise(actor, 'dialogue.run', { workspaceId: workspace.id });
  const decisions = await args.context.services.dialogues.listDecisions({ actor, workspaceId: workspace.id });
  return {
    ...loaded,
    earlier: decisions
      .filter(({ state }) => state !== 'superseded')
      .map(({ id, reference }) => ({ id, reference })),
  };
});

export const action = guardAction((args: ActionFunctionArgs) => handleActs(args, runActs));

export default function DialogueConsole() {
  const { slug, view: given, ...rest } = useLoaderData<typeof loader>();
  const [searchParams] = useSearchParams();
  const [itemId, amendsId] = [searchParams.get('item'), searchParams.get('amends')];
  const answer = useActionData<typeof action>();
  const told = useLiveDialogue(slug, given);
  const nowMs = useServerNow(slug, told.nowMs);
  return (
    <WithWaitingActs slug={slug} view={told}>
      {(view) => (
        <DialogueFrame slug={slug} view={view} answer={answer}>
          <WaitingStatus view={view} />
          {!view.cancelledAt && <Console {...{ ...rest, view, nowMs, answer, itemId, amendsId }} />}
        </DialogueFrame>
      )}
    </WithWaitingActs>
  );
}
