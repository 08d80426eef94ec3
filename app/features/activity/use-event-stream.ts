import { useEffect, useRef } from 'react';

const soonMs = 3_000;
const lateMs = 60_000;

/**
 * Listens to a stream of the server's events, by name, while the page is in sight: forty tabs must not hold forty
 * connections. `onReturn` is called when it listens again after a while in which it may have missed something. A null
 * address listens to nothing.
 */
export function useEventStream(
  url: string | null,
  listeners: Record<string, (data: string) => void>,
  onReturn?: () => void,
): void {
  const latest = useRef({ listeners, onReturn });
  latest.current = { listeners, onReturn };

  useEffect(() => {
    if (url === null) return;
    const address = url;
    let source: EventSource | null = null;
    let retry: ReturnType<typeof setTimeout> | null = null;
    let retryMs = soonMs;
    let hasBeenAway = false;

    function follow() {
      source = new EventSource(address);
      source.addEventListener('open', onOpen);
      source.addEventListener('error', onError);
      for (const name of Object.keys(latest.current.listeners)) {
        source.addEventListener(name, ({ data }: MessageEvent<string>) =>
          latest.current.listeners[name]?.(data),
        );
      }
    }

    function onOpen() {
      retryMs = soonMs;
      if (hasBeenAway) latest.current.onReturn?.();
      hasBeenAway = false;
    }

    /** The browser comes back by itself after a broken line, but not after a refusal, such as a proxy's in a restart. */
    function onError() {
      hasBeenAway = true;
      if (source?.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(follow, retryMs);
      retryMs = Math.min(retryMs * 2, lateMs);
    }

    function leave() {
      source?.close();
      source = null;
      if (retry) clearTimeout(retry);
      retry = null;
    }

    function followVisibility() {
      if (document.visibilityState === 'hidden') {
        leave();
        hasBeenAway = true;
      } else if (!source) follow();
    }

    followVisibility();
    document.addEventListener('visibilitychange', followVisibility);
    return () => {
      document.removeEventListener('visibilitychange', followVisibility);
      leave();
    };
  }, [url]);
}
