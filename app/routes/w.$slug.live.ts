import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireSession } from '#app/features/accounts/session.server';
import { liveStream } from '#app/features/activity/live-stream.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';

/** Server-sent events: "changed" whenever something in the workspace has. Ends with the session or the membership. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const [{ workspace, account }, session] = await Promise.all([requireMember(args), requireSession(args)]);
  const of = { workspaceId: workspace.id, accountId: account.id, sessionIdHash: session.idHash };
  return liveStream(args, of);
});
