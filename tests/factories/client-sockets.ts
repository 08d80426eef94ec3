import { WebSocket } from 'ws';
import { HttpSocket } from '#app/features/documents/http-socket';

/** A WebSocket for the stock client that carries a cookie and an origin, as a browser would. */
export function socketAs(cookie: string, origin: string): typeof globalThis.WebSocket {
  class SocketWithCookie extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { Cookie: cookie, Origin: origin } });
    }
  }
  return SocketWithCookie as unknown as typeof globalThis.WebSocket;
}

/** The same over HTTP, as the page does it where WebSockets are blocked. */
export function httpSocketAs(wait: 'stream' | 'poll') {
  return (cookie: string, origin: string): typeof globalThis.WebSocket => {
    class HttpSocketWithCookie extends HttpSocket {
      constructor(address: string | URL) {
        const isPolling = wait === 'poll';
        super(address, { isPolling, onHeldBack: () => undefined, fetch: fetchAs(cookie, origin) });
      }
    }
    return HttpSocketWithCookie as unknown as typeof globalThis.WebSocket;
  };
}

/** A fetch that carries a cookie and an origin, as a browser would. */
export function fetchAs(cookie: string, origin: string): typeof fetch {
  return (url, init) =>
    fetch(url, { ...init, headers: { ...init?.headers, Cookie: cookie, Origin: origin } });
}
