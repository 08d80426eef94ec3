import { keptAssetLimit } from '../cache-policy';
import { notKeptEvent } from '../messages';

const cacheName = 'concord-assets';

/**
 * Files whose names change with their content: the kept one is always right. Files of earlier builds stay, so that
 * a page opened before an update, or kept for offline, still finds its own.
 */
export async function answerAsset(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request.url, answer.clone());
    return answer;
  } catch (error) {
    if (request.destination !== 'script') throw error;
    return askingModule();
  }
}

/**
 * Stands in for a script that cannot be had. The router answers a missing one by reloading the page that one is on;
 * this asks that page first, and never ends when it says that it is on its way elsewhere.
 */
function askingModule(): Response {
  const code = `if (!dispatchEvent(new CustomEvent('${notKeptEvent}', { cancelable: true }))) await new Promise(() => {});
throw new Error('offline');`;
  return new Response(code, { headers: { 'Content-Type': 'text/javascript' } });
}

/** Fetches and keeps those of the files that are not kept yet, then lets the oldest go. */
export async function keepAssets(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const url of urls) {
    if (await cache.match(url)) continue;
    const answer = await fetch(url);
    if (answer.ok) await cache.put(url, answer);
  }
  const kept = await cache.keys();
  for (const request of kept.slice(0, Math.max(0, kept.length - keptAssetLimit))) await cache.delete(request);
}
