import type { Language } from '#domain/languages';
import type { PageMessage } from './messages';

/** Installs the service worker. Not in development, where the files of a page change under it. */
export async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Without one, Concord works as before, online only.
  const registration = await navigator.serviceWorker.register('/service-worker.js').catch(() => null);
  if (!registration) return;
  await tellWorker({ type: 'language', language: document.documentElement.lang as Language });
  if (!navigator.serviceWorker.controller) await tellWorker({ type: 'serve_me' });
}

/** Keeps a plan's page on this device, with every file that the page has loaded so far. */
export async function keepPageOffline(plan: {
  accountId: string;
  path: string;
  title: string;
}): Promise<void> {
  await tellWorker({
    type: 'keep_page',
    ...plan,
    language: document.documentElement.lang as Language,
    assets: loadedAssets(),
  });
}

async function tellWorker(message: PageMessage): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.ready;
  registration.active?.postMessage(message);
}

function loadedAssets(): string[] {
  const urls = performance.getEntriesByType('resource').map((entry) => new URL(entry.name));
  const own = urls.filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'),
  );
  return [...new Set(own.map(({ pathname }) => pathname))];
}
