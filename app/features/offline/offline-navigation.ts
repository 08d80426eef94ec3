import { notKeptEvent, type WorkerMessage } from './messages';

/**
 * When someone offline follows a link to a page that is not kept, opens its address, where the service worker says
 * so in words. A failed refresh of the page that they are on leaves them where they are.
 */
export function openWhatIsNotKept(): void {
  navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    const target = wayOfPerson();
    if (data.type === 'not_kept' && target?.split('?')[0] === data.path) location.assign(target);
  });
  window.addEventListener(notKeptEvent, (event) => {
    const target = wayOfPerson();
    if (!target) return;
    event.preventDefault();
    location.assign(target);
  });
}

/** Where the person is going, from the router itself: what React knows of it may come seconds later on a slow device. */
function wayOfPerson(): string | null {
  const target = window.__remixRouter?.state.navigation.location;
  return target ? target.pathname + target.search : null;
}
