import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Channel, ChannelEvents } from './channel';
import type { WireFrames } from './wire-frames';

/**
 * A channel over a WebSocket, one frame a message. What goes out is written past `ws`, straight to its socket: bytes
 * that go to a hundred people are framed once and written in one piece each. `ws` itself writes whole messages only,
 * so the two never mix.
 */
export class WebSocketChannel implements Channel {
  readonly #webSocket: WebSocket;
  readonly #socket: Duplex;
  readonly #wire: WireFrames;
  #onSent: () => void = () => undefined;
  #error: (Error & { code?: string }) | null = null;

  constructor({ webSocket, socket, wire }: { webSocket: WebSocket; socket: Duplex; wire: WireFrames }) {
    this.#webSocket = webSocket;
    this.#socket = socket;
    this.#wire = wire;
    // A 'close' follows, with a code that says nothing.
    webSocket.on('error', (error) => {
      this.#error = error;
    });
  }

  get isOpen(): boolean {
    return this.#webSocket.readyState === this.#webSocket.OPEN;
  }

  get isGone(): boolean {
    return this.#webSocket.readyState === this.#webSocket.CLOSED;
  }

  get bufferedAmount(): number {
    return this.#socket.writableLength;
  }

  listen(events: ChannelEvents): void {
    this.#onSent = () => events.onDrain();
    this.#webSocket.on('message', (data, isBinary) => {
      if (isBinary && Buffer.isBuffer(data)) events.onFrame(data);
      else events.onMalformed();
    });
    this.#webSocket.on('pong', () => events.onAlive());
    this.#webSocket.on('close', (code, reason) => {
      if (this.#error) events.onGone(closeCodeOf(this.#error), this.#error.message);
      else events.onGone(code, reason.toString());
    });
  }

  send(frame: Uint8Array): void {
    if (!this.isOpen) return;
    const [first, second] = this.#wire.piecesOf(frame);
    if (!second) {
      this.#socket.write(first, this.#onSent);
      return;
    }
    this.#socket.cork();
    this.#socket.write(first);
    this.#socket.write(second, this.#onSent);
    this.#socket.uncork();
  }

  pause(): void {
    this.#webSocket.pause();
  }

  resume(): void {
    this.#webSocket.resume();
  }

  ping(): void {
    this.#webSocket.ping();
  }

  close(code: number, reason: string): void {
    this.#webSocket.close(code, reason);
    // A paused socket would never see the other side's answer.
    this.#webSocket.resume();
  }

  terminate(): void {
    this.#webSocket.terminate();
  }
}

/** What the other side is told when it breaks the protocol of WebSockets; 1006 when its line broke. */
function closeCodeOf({ code = '' }: { code?: string }): number {
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return 1009;
  if (code === 'WS_ERR_INVALID_UTF8') return 1007;
  if (code === 'WS_ERR_TOO_MANY_BUFFERED_PARTS') return 1008;
  return code.startsWith('WS_ERR_') ? 1002 : 1006;
}
