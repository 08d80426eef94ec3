import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';

/** The server's time, by which all screens of a room set their timers. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  await requireMember(args);
  return Response.json(
    { nowMs: args.context.clock.now().getTime() },
    { headers: { 'Cache-Control': 'no-store' } },
  );
});
