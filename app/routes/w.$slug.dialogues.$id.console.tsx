import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Console, DialogueFrame, useLiveDialogue, useServerNow } from '#app/features/dialogues';
import { handleActs } from '#app/features/dialogues/acts.server';
import '#app/features/dialogues/dialogues.css';
import { loadDialogue } from '#app/features/dialogues/load-dialogue.server';
import { runActs } from '#app/features/dialogues/run-acts.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { authorise } from '#domain/policy';

export const meta = titleFromData;
export const handle = { isFollowed: true };

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const loaded = await loadDialogue(args);
  authorise(actor, 'dialogue.run', { workspaceId: workspace.id });
  const decisions = await args.context.services.dialogues.listDecisions({ actor, workspaceId: workspace.id });
  const { searchParams } = new URL(args.request.url);
  return {
    ...loaded,
    itemId: searchParams.get('item'),
    amendsId: searchParams.get('amends'),
    earlier: decisions
      .filter(({ state }) => state !== 'superseded')
      .map(({ id, reference }) => ({ id, reference })),
  };
});

export const action = guardAction((args: ActionFunctionArgs) => handleActs(args, runActs));

export default function DialogueConsole() {
  const { slug, view: given, ...rest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const view = useLiveDialogue(slug, given);
  const nowMs = useServerNow(slug, view.nowMs);
  return (
    <DialogueFrame slug={slug} view={view} answer={answer}>
      {!view.cancelledAt && <Console {...rest} view={view} nowMs={nowMs} answer={answer} />}
    </DialogueFrame>
  );
}
