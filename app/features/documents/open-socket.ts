import { addressParameter, messageType } from '#domain/documents/protocol';
import { HttpSocket } from './http-socket';
import { isOfSelf } from './own-presence';
import type { Ways } from './ways';

/** How long it may take until something comes through a WebSocket: some networks open it and hold back what it brings. */
const patienceMs = 6_000;
/** What browsers say where a connection ended without a word. */
const lost = 1006;

export interface SocketOptions {
  clientId: number;
  ways: Ways;
  /** Told of each sync frame before it goes out, with its step, so that acknowledgements can be counted. */
  onSyncFrame: (step: number) => void;
}

/** What y-websocket opens: a socket by the way whose turn it is, which keeps back other people's presence. */
export function socketBy({ clientId, ways, onSyncFrame }: SocketOptions): typeof WebSocket {
  function open(url: string): WebSocket | HttpSocket {
    const socket = ways.next === 'http' ? openHttp(url, ways) : openWebSocket(url, ways);
    const send: (data: Uint8Array<ArrayBuffer>) => void = socket.send.bind(socket);
    socket.send = (data: Uint8Array<ArrayBuffer>) => {
      if (data[0] === messageType.sync && data[1] !== undefined) onSyncFrame(data[1]);
      if (data[0] === messageType.awareness && !isOfSelf(data, clientId)) return;
      send(data);
    };
    return socket;
  }
  // A function that gives an object gives it to `new` as well.
  return open as unknown as typeof WebSocket;
}

function openHttp(url: string, ways: Ways): HttpSocket {
  return new HttpSocket(url, {
    isPolling: ways.isPolling,
    onHeldBack: () => ways.heldBack(),
    onOpened: () => ways.opened('http'),
    onNotOpened: () => ways.failed('http'),
  });
}

function openWebSocket(url: string, ways: Ways): WebSocket {
  const socket = new WebSocket(url);
  let isDecided = false;
  const decide = (isThrough: boolean) => {
    if (isDecided) return;
    isDecided = true;
    clearTimeout(timer);
    if (isThrough) ways.opened('web_socket');
    else ways.failed('web_socket');
  };
  const timer = setTimeout(() => {
    decide(false);
    // A closing handshake may take as long again.
    socket.onclose?.(new CloseEvent('close', { code: lost }));
  }, patienceMs);
  socket.addEventListener('message', () => decide(true));
  // Whatever else it was closed with was said by the server.
  socket.addEventListener('close', ({ code }) => decide(code !== lost));
  return socket;
}

/** Whether WebSockets get through to the server, now: it answers a probe with one frame. */
export function probeWebSocket(url: string): Promise<boolean> {
  const address = new URL(url);
  address.searchParams.set(addressParameter.probe, '1');
  const socket = new WebSocket(address);
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMs);
    socket.onmessage = () => resolve(true);
    socket.onclose = () => {
      clearTimeout(timer);
      resolve(false);
    };
  }).finally(() => socket.close());
}
