import { eventStream } from '#app/http/event-stream.server';
import type { Services } from '#server/services';

type Live = Services['activity']['live'];
type Listener = Parameters<Live['listen']>[0];

/** Changes within this time are told once. */
const gatherMs = 500;

/** The event stream of a workspace; ends when the page goes, the session or the membership ends, or the server stops. */
export function liveStream({
  live,
  signal,
  listener,
}: {
  live: Live;
  signal: AbortSignal;
  listener: Pick<Listener, 'workspaceId' | 'accountId' | 'sessionIdHash'>;
}): Promise<Response> {
  return eventStream(signal, ({ send, end }) => {
    let gathering: NodeJS.Timeout | null = null;
    const unlisten = live.listen({
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
