/** How the service worker answers a request. `pass` leaves it to the browser. */
export type CachePolicy =
  /** A file whose name changes with its content: once fetched, it is never asked for again. */
  | { kind: 'asset' }
  /** A plan's page, that of a sitting, or its data: the network if it answers in time, else the copy kept on this device. */
  | { kind: 'kept'; key: string }
  /** Any other page: the network, else a page that says that one is offline. */
  | { kind: 'page' }
  /** The data of any other page: the network, else the page that asked is told that `path` cannot be shown. */
  | { kind: 'data'; path: string }
  /** Signing in or out: goes to the network, and what was kept for the account before is forgotten. */
  | { kind: 'account_change' }
  | { kind: 'pass' };

/** The parts of a request that decide. */
export interface RequestFacts {
  url: URL;
  method: string;
  /** `navigate` for a page that the browser opens. */
  mode: string;
  origin: string;
}

/** Never kept, and never answered from here: sync, health, and pages whose address or content is a secret. */
const neverKept =
  /^\/(sync|events|healthz|readyz|metrics|sign-in|sign-out|setup|forgot-password|reset-password|invitations|account|admin|language)(\/|\.data$|$)/;

/** `/w/<workspace>/plans/<plan>` with its text, actions and figures; not the forms around it. */
const planPage = /^\/w\/[^/]+\/plans\/(?!new(\/|\.data$|$))[^/]+?(\/(actions|figures))?\/?(\.data)?$/;

/** An invitation may be taken up by someone new, who is then signed in. */
const accountChange = /^\/(sign-in|sign-out|setup|invitations\/[^/]+)(\.data)?$/;

/** The pages on which one takes part in a dialogue or runs it. */
const sittingPage = /^\/w\/[^/]+\/dialogues\/[^/]+\/(take-part|console)\/?(\.data)?$/;

export function cachePolicy({ url, method, mode, origin }: RequestFacts): CachePolicy {
  if (url.origin !== origin) return { kind: 'pass' };
  if (method === 'POST' && accountChange.test(url.pathname)) return { kind: 'account_change' };
  if (method !== 'GET') return { kind: 'pass' };
  if (url.pathname.startsWith('/assets/')) return { kind: 'asset' };
  const isData = url.pathname.endsWith('.data');
  const isKept = planPage.test(url.pathname) || sittingPage.test(url.pathname);
  if (isKept && (isData || mode === 'navigate')) {
    return { kind: 'kept', key: keptKey(url) };
  }
  if (neverKept.test(url.pathname)) return { kind: 'pass' };
  if (isData) return { kind: 'data', path: pagePathOf(url.pathname) };
  return mode === 'navigate' ? { kind: 'page' } : { kind: 'pass' };
}

/**
 * The address under which a page or its data is kept. Filters and the open drawer live in the search part and do
 * not change what is kept; neither does the part of the data that a client asked for, since the whole is kept.
 */
export function keptKey(url: URL): string {
  return url.pathname.replace(/\/(\.data)?$/, '$1');
}

/** The address of a page's data, as the router asks for it. */
export function dataPathOf(pagePath: string): string {
  return `${keptKey(new URL(pagePath, 'http://localhost'))}.data`;
}

/** The page whose data is at an address; the router asks for the root page's at `/_root.data`. */
export function pagePathOf(dataPath: string): string {
  return dataPath === '/_root.data' ? '/' : dataPath.replace(/\.data$/, '');
}

/** What to do with the kept copy when the server has answered. */
export function afterAnswer({
  status,
  isRedirected,
  isPartial,
}: {
  status: number;
  isRedirected: boolean;
  /** Only the data of some routes was asked for. */
  isPartial: boolean;
}): 'keep' | 'forget' | 'leave' {
  // Signed out, removed or archived out of sight: the copy must go too. 202 is how data says "go elsewhere".
  if (isRedirected || [202, 401, 403, 404, 410].includes(status)) return 'forget';
  if (status !== 200 || isPartial) return 'leave';
  return 'keep';
}

/** How many files of earlier builds stay: enough that pages opened before an update still find theirs. */
export const keptAssetLimit = 400;

/** The addresses of the build's files that a page names. */
export function assetsNamedIn(html: string): string[] {
  return [...new Set(html.match(/\/assets\/[\w.~-]+\.(?:js|css|woff2|svg|png)/g) ?? [])];
}
