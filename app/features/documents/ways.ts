/** How frames travel: by a WebSocket, or over HTTP where something in between lets no WebSocket through. */
export type Way = 'web_socket' | 'http';

/** What is remembered of this network while the tab is open, so that the next page need not find it out again. */
export interface WayStore {
  read(): string | null;
  keep(value: string): void;
}

/**
 * Which way the next attempt to connect goes. WebSockets first; after an attempt that got nothing through, HTTP, and
 * after a failed one of those WebSockets again, since then it is the network or the server that is away. Once HTTP has
 * opened it stays until a WebSocket is known to get through.
 */
export class Ways {
  #next: Way;
  #isPolling: boolean;
  readonly #store: WayStore;

  constructor(store: WayStore) {
    this.#store = store;
    const kept = store.read();
    this.#next = kept === 'http' || kept === 'poll' ? 'http' : 'web_socket';
    this.#isPolling = kept === 'poll';
  }

  get next(): Way {
    return this.#next;
  }

  /** Streams are held back on this network as well. */
  get isPolling(): boolean {
    return this.#isPolling;
  }

  failed(way: Way): void {
    this.#next = way === 'web_socket' ? 'http' : 'web_socket';
  }

  /** Something came through. */
  opened(way: Way): void {
    this.#next = way;
    this.#store.keep(way === 'http' ? (this.#isPolling ? 'poll' : 'http') : '');
  }

  heldBack(): void {
    this.#isPolling = true;
    this.#store.keep('poll');
  }

  /** Another network may let more through. */
  forget(): void {
    this.#next = 'web_socket';
    this.#isPolling = false;
    this.#store.keep('');
  }
}

/** Of this tab; where storage is switched off each page finds out anew. */
export function wayStoreOfTab(): WayStore {
  const key = 'concord-way';
  return {
    read() {
      try {
        return sessionStorage.getItem(key);
      } catch {
        return null;
      }
    },
    keep(value) {
      try {
        if (value) sessionStorage.setItem(key, value);
        else sessionStorage.removeItem(key);
      } catch {
        // Storage is switched off in this browser.
      }
    },
  };
}
