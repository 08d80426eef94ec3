import type { LoaderFunctionArgs } from '@remix-run/node';
import { eventStream } from '#app/http/event-stream.server';
import type { Services } from '#server/services';

type Listener = Parameters<Services['activity']['live']['listen']>[0];

/** Changes within this time are told once. */
const gatherMs = 500;

/** The event stream of a workspace; ends when the page goes, the session or the membership ends, or the server stops. */
export function liveStream(
  args: LoaderFunctionArgs,
  listener: Pick<Listener, 'workspaceId' | 'accountId' | 'sessionIdHash'>,
): Promise<Response> {
  return eventStream(args, ({ send, end }) => {
    let gathering: NodeJS.Timeout | null = null;
    const unlisten = args.context.services.activity.live.listen({
      ...listener,
      onChange: () => {
        gathering ??= setTimeout(() => {
          gathering = null;
          send('changed');
        }, gatherMs);
      },
      onEnd: end,
    });
    return () => {
      unlisten();
      if (gathering) clearTimeout(gathering);
    };
  });
}
