import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useMemo } from 'react';
import { DialogueFrame, useServerNow } from '#app/features/dialogues';
import { handleActs } from '#app/features/dialogues/acts.server';
import '#app/features/dialogues/dialogues.css';
import { loadDialogue } from '#app/features/dialogues/load-dialogue.server';
import { MinutesPage } from '#app/features/dialogues/minutes';
import '#app/features/dialogues/minutes/minutes.css';
import { minutesActs } from '#app/features/dialogues/minutes-acts.server';
import '#app/features/plans/narrative/narrative.css';
import '#app/features/plans/narrative/plan-text.css';
import '#app/features/plans/plan-layout/plan-layout.css';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import type { DialogueId } from '#domain/ids';

export const meta = titleFromData;
export const handle = { isLive: true };

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace, account, membership } = await requireMember(args);
  const loaded = await loadDialogue(args);
  const { institution } = membership;
  return {
    ...loaded,
    minutes: await args.context.services.dialogues.showMinutes({
      ...{ actor, workspaceId: workspace.id },
      dialogueId: args.params.id as DialogueId,
    }),
    openId: new URL(args.request.url).searchParams.get('item'),
    person: { accountId: account.id, name: account.name },
    acting: { institutionId: institution.id, acronym: institution.acronym, kind: institution.kind },
  };
});

export const action = guardAction((args: ActionFunctionArgs) => handleActs(args, minutesActs));

export default function Minutes() {
  const { slug, view, minutes, openId, freshId, person, acting } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const nowMs = useServerNow(slug, view.nowMs);
  const { accountId, name } = person;
  const { institutionId, acronym, kind } = acting;
  // The same while nothing of it has changed: an open text is told of it each time.
  const identity = useMemo(
    () => ({ accountId, name, institutionId, acronym, kind }),
    [accountId, name, institutionId, acronym, kind],
  );
  const address = `/w/${slug}/dialogues/${view.id}`;
  return (
    <DialogueFrame slug={slug} view={view} answer={answer}>
      <MinutesPage {...{ view, minutes, openId, identity, address, freshId, nowMs, answer }} />
    </DialogueFrame>
  );
}
