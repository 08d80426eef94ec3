import { useEffect, useRef } from 'react';

/**
 * Listens to a stream of the server's events, by name, while the page is in sight: forty tabs must not hold forty
 * connections. `onReturn` is called when the page has come into sight again. A null address listens to nothing.
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
    let hasBeenAway = false;

    function followVisibility() {
      if (document.visibilityState === 'hidden') {
        source?.close();
        source = null;
        hasBeenAway = true;
        return;
      }
      if (source) return;
      source = new EventSource(address);
      for (const name of Object.keys(latest.current.listeners)) {
        source.addEventListener(name, ({ data }: MessageEvent<string>) =>
          latest.current.listeners[name]?.(data),
        );
      }
      if (hasBeenAway) latest.current.onReturn?.();
    }

    followVisibility();
    document.addEventListener('visibilitychange', followVisibility);
    return () => {
      document.removeEventListener('visibilitychange', followVisibility);
      source?.close();
    };
  }, [url]);
}
