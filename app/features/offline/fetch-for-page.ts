/** Where the browser is, as `location` says. */
type Place = Pick<Location, 'origin' | 'pathname' | 'search'>;

const firstPauseMs = 1_000;
const longestPauseMs = 15_000;
/** What a proxy answers while the server behind it restarts or cannot be reached. */
const proxyAnswers = [502, 503, 504];

/** `{ data: null }`, as the server would write it: the form stands as if it had not been sent. */
export const noAnswer = '[{"_1":-5},"data"]\n';

/**
 * `fetch` for a page whose network comes and goes. The router answers any request for data that fails by taking the
 * page away, and with it what was typed into it. So what is fetched anew for the page that one is on is asked for until
 * it comes, and a form of that page that gets no answer keeps what it holds. All else is as ever.
 */
export function fetchForPage({
  fetch,
  here,
  onForm,
}: {
  fetch: typeof globalThis.fetch;
  here: () => Place;
  /** Called when a form of the page is sent, and when no answer came. */
  onForm: (state: 'sent' | 'unanswered') => void;
}) {
  return async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    if (!(input instanceof URL) || !isDataOf(input, here())) return fetch(input, init);
    const isForm = (init.method ?? 'GET') !== 'GET';
    if (isForm) onForm('sent');
    else if (!hasSearchOf(input, here())) return fetch(input, init);
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const answer = await fetch(input, init).then(readWhole).catch(nullIfUnreached);
      if (answer && !isFromProxy(answer)) return answer;
      if (isForm) {
        onForm('unanswered');
        return new Response(noAnswer, { status: 503 });
      }
      await pause(pauseMs, init.signal);
    }
  };
}

/** The answer once all of it is here: one that breaks off on its way is none. */
async function readWhole(answer: Response): Promise<Response> {
  const { status, statusText, headers } = answer;
  const body = await answer.arrayBuffer();
  return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
}

/** Whether it is where the router fetches the data of a page (`/w/mdg` from `/w/mdg.data`). */
function isDataOf({ origin, pathname }: URL, page: Place): boolean {
  return origin === page.origin && pathname === `${page.pathname.replace(/\/$/, '') || '/_root'}.data`;
}

/** Which routes to ask is the router's own word. */
function hasSearchOf({ searchParams }: URL, page: Place): boolean {
  const asked = new URLSearchParams(searchParams);
  asked.delete('_routes');
  return asked.toString() === new URLSearchParams(page.search).toString();
}

/** Browsers word it differently, but of all that `fetch` throws only this is a TypeError; leaving a page is none. */
function nullIfUnreached(error: unknown): null {
  if (error instanceof TypeError) return null;
  throw error;
}

function isFromProxy(answer: Response): boolean {
  return proxyAnswers.includes(answer.status) && !answer.headers.has('X-Remix-Response');
}

/** Ends sooner when the browser finds a network again, and with the signal's reason when nobody waits any more. */
function pause(ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = new AbortController();
    const end = () => {
      clearTimeout(timer);
      ended.abort();
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, ms);
    globalThis.addEventListener('online', end, { signal: ended.signal });
    signal?.addEventListener('abort', end, { signal: ended.signal });
  });
}
