import { afterAnswer } from '../cache-policy';
import { openPages } from './kept-pages';

/** How long a slow network may take before the kept copy is shown. */
const patienceMs = 4_000;

/**
 * The network's answer, or the copy kept on this device when there is none in time. Rejects when there is neither.
 */
export async function answerKept({
  request,
  key,
  untilDone,
}: {
  request: Request;
  key: string;
  /** Keeps the worker alive until the copy has been renewed. */
  untilDone: (work: Promise<unknown>) => void;
}): Promise<Response> {
  const pages = await openPages();
  const kept = await pages?.match(key);
  const fromNetwork = fetch(request);
  untilDone(
    fromNetwork.then((answer) => renew({ pages, key, request, answer: answer.clone() })).catch(() => null),
  );
  if (!kept) return fromNetwork;
  return Promise.race([fromNetwork.catch(() => kept), after(patienceMs, kept)]);
}

async function renew({
  pages,
  key,
  request,
  answer,
}: {
  pages: Cache | null;
  key: string;
  request: Request;
  answer: Response;
}): Promise<void> {
  if (!pages) return;
  const isRedirected = answer.redirected || answer.type === 'opaqueredirect';
  const isPartial = new URL(request.url).searchParams.has('_routes');
  const next = afterAnswer({ status: answer.status, isRedirected, isPartial });
  if (next === 'forget') await pages.delete(key);
  // Only what a person has opened is kept; `keep_page` makes the first copy.
  else if (next === 'keep' && (await pages.match(key))) await pages.put(key, answer);
}

function after(ms: number, response: Response): Promise<Response> {
  return new Promise((resolve) => setTimeout(() => resolve(response), ms));
}
