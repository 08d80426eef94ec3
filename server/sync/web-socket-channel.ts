import type { WebSocket } from 'ws';
import type { Channel, ChannelEvents } from './channel';

const sendOptions = { binary: true, compress: false } as const;

/** A channel over a WebSocket, one frame a message. */
export class WebSocketChannel implements Channel {
  readonly #socket: WebSocket;
  #onSent: () => void = () => undefined;

  constructor(socket: WebSocket) {
    this.#socket = socket;
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
    this.#socket.on('close', () => events.onGone());
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
