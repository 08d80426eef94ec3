import type { Language } from '#domain/languages';

/** What a page tells the service worker. */
export type PageMessage =
  /** Keep this plan's page for reopening offline, with the files that it has loaded. */
  | {
      type: 'keep_page';
      accountId: string;
      language: Language;
      path: string;
      title: string;
      assets: string[];
    }
  /** The language in which to say that one is offline. */
  | { type: 'language'; language: Language }
  /** From the version in charge to the one that waits: take over now. */
  | { type: 'take_over' }
  /** From a page that no version serves: it was on its way while the first one took charge. */
  | { type: 'serve_me' };

/** What the service worker tells a page. */
export type WorkerMessage =
  /** The page's data could not be fetched and no copy is kept: open the address instead, to be told so. */
  { type: 'not_kept'; path: string };

/** Fired on a page when a script that it needs is not kept. A page that cancels it must leave. */
export const notKeptEvent = 'concord:not-kept';
