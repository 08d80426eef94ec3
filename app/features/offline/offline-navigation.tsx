import { useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { notKeptEvent, type WorkerMessage } from './messages';

/** How long after a script was missed its page may still turn out to be where the person is going: an old phone is slow. */
const settleMs = 5_000;

/**
 * When someone offline follows a link to a page that is not kept, opens its address, where the service worker says
 * so in words. A failed refresh of the page that they are on leaves them where they are.
 */
export function OfflineNavigation(): null {
  const navigation = useNavigation();
  const target = useRef<string | null>(null);
  const isScriptMissing = useRef(false);
  useEffect(() => {
    target.current = navigation.location ? navigation.location.pathname + navigation.location.search : null;
    if (target.current && isScriptMissing.current) location.assign(target.current);
  }, [navigation.location]);

  useEffect(() => {
    const container = navigator.serviceWorker;
    if (!container) return;
    const onMessage = ({ data }: MessageEvent<WorkerMessage>) => {
      const address = target.current;
      if (data.type === 'not_kept' && address?.split('?')[0] === data.path) location.assign(address);
    };
    // The script is missed before React has told of the navigation that wants it.
    const onNotKept = (event: Event) => {
      event.preventDefault();
      if (target.current) return location.assign(target.current);
      isScriptMissing.current = true;
      setTimeout(() => {
        isScriptMissing.current = false;
        if (!target.current) (event as CustomEvent<() => void>).detail();
      }, settleMs);
    };
    container.addEventListener('message', onMessage);
    window.addEventListener(notKeptEvent, onNotKept);
    return () => {
      container.removeEventListener('message', onMessage);
      window.removeEventListener(notKeptEvent, onNotKept);
    };
  }, []);
  return null;
}
