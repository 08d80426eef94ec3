import { cachePolicy, pagePathOf } from '../cache-policy';
import type { PageMessage, WorkerMessage } from '../messages';
import { answerKept } from './answer-kept';
import { answerAsset } from './assets';
import { forgetPages, keepPage, listKeptPages, readLanguage, rememberLanguage } from './kept-pages';
import { offlinePage } from './offline-page';
import type { WorkerFetchEvent, WorkerScope } from './scope';

/**
 * Lets a person reopen a plan, or the page of a dialogue, that they have visited while there is no network. It keeps
 * pages and files; the text, its unsent edits and the acts that wait are in the page's own store.
 */
const scope = self as unknown as WorkerScope;

scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('message', (event) => {
  event.waitUntil(obey(event.data as PageMessage));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const policy = cachePolicy({
    url: new URL(request.url),
    method: request.method,
    mode: request.mode,
    origin: scope.location.origin,
  });
  if (request.mode === 'navigate') scope.registration.waiting?.postMessage({ type: 'take_over' });
  switch (policy.kind) {
    case 'asset':
      return event.respondWith(answerAsset(request));
    case 'kept':
      return event.respondWith(answerKeptOrSayOffline(event, policy.key));
    case 'page':
      return event.respondWith(fetch(request).catch(sayOffline));
    case 'data':
      return event.respondWith(answerDataOrSayOffline(event, policy.path));
    case 'account_change':
      return event.waitUntil(forgetPages());
    case 'pass':
      return;
  }
});

async function obey(message: PageMessage): Promise<void> {
  switch (message.type) {
    case 'keep_page':
      return keepPage(message);
    case 'language':
      return rememberLanguage(message.language);
    case 'take_over':
      return scope.skipWaiting();
    case 'serve_me':
      return scope.clients.claim();
  }
}

async function answerKeptOrSayOffline(event: WorkerFetchEvent, key: string): Promise<Response> {
  const { request } = event;
  try {
    return await answerKept({ request, key, untilDone: (work) => event.waitUntil(work) });
  } catch (error) {
    if (request.mode === 'navigate') return sayOffline();
    await sayNotKept(event.clientId, pagePathOf(key));
    throw error;
  }
}

async function answerDataOrSayOffline(
  { request, clientId }: WorkerFetchEvent,
  path: string,
): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    await sayNotKept(clientId, path);
    throw error;
  }
}

async function sayOffline(): Promise<Response> {
  const language = await readLanguage();
  return offlinePage({ language, kept: await listKeptPages() });
}

async function sayNotKept(clientId: string, path: string): Promise<void> {
  const client = await scope.clients.get(clientId);
  client?.postMessage({ type: 'not_kept', path } satisfies WorkerMessage);
}
