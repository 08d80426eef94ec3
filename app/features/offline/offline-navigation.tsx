import { useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { WorkerMessage } from './messages';

/**
 * When someone offline follows a link to a page that is not kept, opens its address, where the service worker says
 * so in words. A failed refresh of the page that they are on leaves them where they are.
 */
export function OfflineNavigation(): null {
  const navigation = useNavigation();
  const target = useRef<string | null>(null);
  useEffect(() => {
    target.current = navigation.location ? navigation.location.pathname + navigation.location.search : null;
  }, [navigation.location]);

  useEffect(() => {
    const container = navigator.serviceWorker;
    if (!container) return;
    const onMessage = ({ data }: MessageEvent<WorkerMessage>) => {
      const address = target.current;
      if (data.type === 'not_kept' && address?.split('?')[0] === data.path) location.assign(address);
    };
    container.addEventListener('message', onMessage);
    return () => container.removeEventListener('message', onMessage);
  }, []);
  return null;
}
