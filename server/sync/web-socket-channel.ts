import type { Duplex } from 'node:stream';
import type { Channel, ChannelEvents } from './channel';
import { closeFrame, pingFrame, pongFrame, type WireFrames } from './wire-frames';
import { WireError, WireReader } from './wire-reader';

interface WebSocketChannelOptions {
  /** On which the handshake has been answered. */
  socket: Duplex;
  /** What came on it after the handshake. */
  head: Buffer;
  wire: WireFrames;
  maxFrameBytes: number;
  /** How long the other side may take to end its half. */
  closeMs: number;
}

/** Whoever has not taken so many bytes gets no answers to pings. */
const pongsUpTo = 16_384;

/** A channel over a WebSocket, one frame a message. What goes to many is framed once, and written in one piece each. */
export class WebSocketChannel implements Channel {
  readonly #socket: Duplex;
  readonly #head: Buffer;
  readonly #wire: WireFrames;
  readonly #closeMs: number;
  readonly #reader: WireReader;
  #state: 'open' | 'closing' | 'gone' = 'open';
  #events: ChannelEvents | null = null;
  #onSent: (() => void) | undefined;
  #timer: NodeJS.Timeout | null = null;

  constructor({ socket, head, wire, maxFrameBytes, closeMs }: WebSocketChannelOptions) {
    this.#socket = socket;
    this.#head = head;
    this.#wire = wire;
    this.#closeMs = closeMs;
    this.#reader = new WireReader({ events: this, maxMessageBytes: maxFrameBytes });
    socket.on('close', () => this.#gone());
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  get isGone(): boolean {
    return this.#state === 'gone';
  }

  get bufferedAmount(): number {
    return this.#socket.writableLength;
  }

  listen(events: ChannelEvents): void {
    this.#events = events;
    this.#onSent = () => events.onDrain();
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk));
    // The other side has hung up without a word.
    this.#socket.on('end', () => this.#end(1006, ''));
    if (this.#head.length > 0) this.#socket.unshift(this.#head);
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
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  ping(): void {
    if (this.isOpen) this.#socket.write(pingFrame);
  }

  close(code: number, reason: string): void {
    this.#sayGoodbye(code, reason);
  }

  terminate(): void {
    this.#socket.destroy();
  }

  onMessage(bytes: Uint8Array, isBinary: boolean): void {
    if (isBinary) this.#events?.onFrame(bytes);
    else this.#events?.onMalformed();
  }

  onPing(payload: Uint8Array): void {
    if (!this.isOpen || this.#socket.writableLength > pongsUpTo) return;
    this.#socket.write(pongFrame(payload));
  }

  onPong(): void {
    this.#events?.onAlive();
  }

  onClose(code: number, reason: string): void {
    if (this.isOpen) this.#sayGoodbye(code === 1005 ? 1000 : code, '');
    this.#end(code, reason);
  }

  #read(chunk: Buffer): void {
    // After a goodbye of ours only the other side's end is waited for.
    if (!this.isOpen) return;
    const { parts: before, heldBytes } = this.#reader;
    try {
      this.#reader.push(chunk);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      this.#sayGoodbye(error.code, error.message);
      this.#end(error.code, error.message);
      return;
    }
    const { parts, heldBytes: held } = this.#reader;
    if (parts > before || held !== heldBytes) {
      this.#events?.onParts({ parts: parts - before, heldBytes: held });
    }
  }

  #sayGoodbye(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.#state = 'closing';
    this.#socket.end(closeFrame(code, reason));
    // Until the other side has ended its half too: unread bytes would reset the line, and the goodbye be lost.
    this.#socket.resume();
    this.#timer = setTimeout(() => this.#socket.destroy(), this.#closeMs).unref();
  }

  /** Nothing more is to be expected; the socket may take its time to go. */
  #end(code: number, reason: string): void {
    if (this.isOpen) {
      this.#state = 'closing';
      this.#socket.end();
      this.#timer = setTimeout(() => this.#socket.destroy(), this.#closeMs).unref();
    }
    const events = this.#events;
    this.#events = null;
    events?.onGone(code, reason);
  }

  #gone(): void {
    this.#state = 'gone';
    if (this.#timer) clearTimeout(this.#timer);
    this.#end(1006, '');
  }
}
