import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireSession } from '#app/features/accounts/session.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { eventStream } from '#app/http/event-stream.server';
import { guardLoader } from '#app/http/guard';
import type { DialogueId } from '#domain/ids';

/** Server-sent events: the dialogue as the person, or with `?for=room` the wall, may see it, then every change of it. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const [{ workspace, account, actor }, session] = await Promise.all([
    requireMember(args),
    requireSession(args),
  ]);
  const { activity, liveDialogues } = args.context.services;
  return eventStream(args, async ({ send, end }) => {
    // First, so that a session that ends meanwhile is noticed.
    const unlisten = activity.live.listen({
      ...{ workspaceId: workspace.id, accountId: account.id, sessionIdHash: session.idHash },
      ...{ onChange: () => undefined, onEnd: end },
    });
    const watching = liveDialogues.watch({
      ...{ actor, workspaceId: workspace.id, dialogueId: args.params.id as DialogueId },
      audience: new URL(args.request.url).searchParams.get('for') === 'room' ? 'room' : 'own',
      ...{ send, onEnd: end },
    });
    const stop = await watching.catch((error: unknown) => {
      unlisten();
      throw error;
    });
    return () => {
      stop();
      unlisten();
    };
  });
});
