import type { WebSocket } from 'ws';
import type { Channel, ChannelEvents } from './channel';

const sendOptions = { binary: true, compress: false } as const;

/** A channel over a WebSocket, one frame a message. */
export class WebSocketChannel implements Channel {
  readonly #socket: WebSocket;
  #onSent: () => void = () => undefined;
  #error: (Error & { code?: string }) | null = null;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    // A 'close' follows, with a code that says nothing.
    socket.on('error', (error) => {
      this.#error = error;
    });
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  get isGone(): boolean {
    return this.#socket.readyState === this.#socket.CLOSED;
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  listen(events: ChannelEvents): void {
    this.#onSent = () => events.onDrain();
    this.#socket.on('message', (data, isBinary) => {
      // A copy: the socket reuses its buffer, and the log keeps what it is given.
      if (isBinary && Buffer.isBuffer(data)) events.onFrame(Uint8Array.from(data));
      else events.onMalformed();
    });
    this.#socket.on('pong', () => events.onAlive());
    this.#socket.on('close', (code, reason) => {
      if (this.#error) events.onGone(closeCodeOf(this.#error), this.#error.message);
      else events.onGone(code, reason.toString());
    });
  }

  send(frame: Uint8Array): void {
    this.#socket.send(frame, sendOptions, this.#onSent);
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  ping(): void {
    this.#socket.ping();
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
    // A paused socket would never see the other side's answer.
    this.#socket.resume();
  }

  terminate(): void {
    this.#socket.terminate();
  }
}

/** What the other side is told when it breaks the protocol of WebSockets; 1006 when its line broke. */
function closeCodeOf({ code = '' }: { code?: string }): number {
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return 1009;
  if (code === 'WS_ERR_INVALID_UTF8') return 1007;
  return code.startsWith('WS_ERR_') ? 1002 : 1006;
}
