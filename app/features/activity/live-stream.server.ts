import type { Services } from '#server/services';

type Live = Services['activity']['live'];
type Listener = Parameters<Live['listen']>[0];

/** Proxies cut connections that are silent for a minute. */
const heartbeatMs = 25_000;
/** Changes within this time are told once. */
const gatherMs = 500;

/** The body of the event stream; ends when the page goes, the session or the membership ends, or the server stops. */
export function liveStream({
  live,
  signal,
  listener,
}: {
  live: Live;
  signal: AbortSignal;
  listener: Pick<Listener, 'workspaceId' | 'accountId' | 'sessionIdHash'>;
}): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      let gathering: NodeJS.Timeout | null = null;
      const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs);
      const unlisten = live.listen({
        ...listener,
        onChange: () => {
          gathering ??= setTimeout(() => {
            gathering = null;
            send('event: changed\ndata:\n\n');
          }, gatherMs);
        },
        onEnd: () => {
          stop();
          controller.close();
        },
      });
      stop = () => {
        unlisten();
        clearInterval(heartbeat);
        if (gathering) clearTimeout(gathering);
      };
      signal.addEventListener('abort', stop, { once: true });
      send('retry: 3000\n\n');
    },
    cancel: () => stop(),
  });
}
