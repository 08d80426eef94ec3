import type { ServerResponse } from 'node:http';
import { Backlog } from '#domain/documents/backlog';
import {
  encodeRecord,
  RecordReader,
  RecordTooLarge,
  recordKind,
  waitFor,
} from '#domain/documents/http-protocol';
import type { Channel, ChannelEvents } from './channel';
import type { SyncLimits } from './limits';

export const streamHeaders = {
  'Content-Type': 'application/octet-stream',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
} as const;

/** The stock code for a message above the limit. */
const tooLargeCode = 1009;
/** What a response may hold unsent before more is given to it. */
const responseBytes = 64 * 1024;
/** An answer to a poll gathers what comes within so many milliseconds. */
const gatherMs = 20;

interface HttpChannelOptions {
  limits: SyncLimits;
  /** A frame as a record; the same for all that it is sent to. */
  recordOf(frame: Uint8Array): Uint8Array;
  onEnd(): void;
}

/**
 * A channel over HTTP: two streams of bytes, whatever requests carry them. What was sent is kept until the client says
 * that it has come, and counts as unsent till then; so neither a cut connection nor a proxy that holds answers back
 * loses anything, and neither is taken for a client that reads.
 */
export class HttpChannel implements Channel {
  readonly #limits: SyncLimits;
  readonly #recordOf: (frame: Uint8Array) => Uint8Array;
  readonly #onEnd: () => void;
  readonly #backlog = new Backlog();
  readonly #reader: RecordReader;
  #events: ChannelEvents | null = null;
  #taken = 0;
  #response: ServerResponse | null = null;
  #isPoll = false;
  /** How much of the stream the current response was given. */
  #given = 0;
  #isPumping = false;
  #timer: NodeJS.Timeout | null = null;
  #state: 'open' | 'closing' | 'gone' = 'open';
  #resumed: Promise<void> | null = null;
  #resume: () => void = () => undefined;
  /** Why it was closed. */
  closing: { code: number; reason: string } | null = null;

  constructor({ limits, recordOf, onEnd }: HttpChannelOptions) {
    this.#limits = limits;
    this.#recordOf = recordOf;
    this.#onEnd = onEnd;
    this.#reader = new RecordReader(limits.maxFrameBytes, (kind, payload) => {
      if (kind === recordKind.frame) this.#events?.onFrame(payload);
      else this.#events?.onMalformed();
    });
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  get isGone(): boolean {
    return this.#state === 'gone';
  }

  get bufferedAmount(): number {
    return this.#backlog.end - this.#backlog.start;
  }

  /** How many bytes of the stream up have been taken. */
  get taken(): number {
    return this.#taken;
  }

  /** How many bytes of the stream down there are so far. */
  get sent(): number {
    return this.#backlog.end;
  }

  listen(events: ChannelEvents): void {
    this.#events = events;
  }

  send(frame: Uint8Array): void {
    this.#append(this.#recordOf(frame));
  }

  pause(): void {
    this.#resumed ??= new Promise((resolve) => {
      this.#resume = resolve;
    });
  }

  resume(): void {
    this.#resumed = null;
    this.#resume();
  }

  /** Resolves when bytes may be taken. */
  async untilResumed(): Promise<void> {
    while (this.#resumed) await this.#resumed;
  }

  ping(): void {
    if (this.isOpen && !this.#isPoll) this.#append(encodeRecord(recordKind.ping, new Uint8Array()));
  }

  close(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.#state = 'closing';
    this.closing = { code, reason };
    const payload = [code >> 8, code & 255, ...new TextEncoder().encode(reason)];
    this.#append(encodeRecord(recordKind.close, Uint8Array.from(payload)));
    this.resume();
    setTimeout(() => this.terminate(), this.#limits.closeMs).unref();
  }

  terminate(): void {
    if (this.isGone) return;
    this.#state = 'gone';
    this.resume();
    this.#letGo();
    this.#onEnd();
    this.#events?.onGone(this.closing?.code ?? 1006, this.closing?.reason ?? '');
  }

  /** The client was heard of, and says how much it has got. */
  heard(got: number): void {
    this.#events?.onAlive();
    if (got === this.#backlog.start) return;
    this.#backlog.release(got);
    this.#events?.onDrain();
  }

  /** Takes bytes of the stream up from the offset on, what was taken before excepted. False: there is a gap before. */
  take(at: number, bytes: Uint8Array): boolean {
    if (at > this.#taken) return false;
    const fresh = bytes.subarray(this.#taken - at);
    this.#taken += fresh.length;
    try {
      if (this.isOpen) this.#reader.push(fresh);
    } catch (error) {
      if (!(error instanceof RecordTooLarge)) throw error;
      this.close(tooLargeCode, 'too large');
      this.#events?.onGone(tooLargeCode, 'too large');
    }
    return true;
  }

  /** Answers with the stream down from the offset on, in place of whoever was answered so. False: not from there. */
  answer(response: ServerResponse, { got, wait }: { got: number; wait: string }): boolean {
    if (!this.#backlog.holds(got)) return false;
    this.#letGo();
    this.#response = response;
    this.#isPoll = wait === waitFor.poll;
    this.#given = got;
    response.on('drain', () => this.#pumpSoon());
    response.on('close', () => {
      if (this.#response === response) this.#response = null;
    });
    response.writeHead(200, streamHeaders);
    response.flushHeaders();
    if (this.#isPoll && this.#given === this.#backlog.end) {
      this.#timer = setTimeout(() => this.#letGo(), this.#limits.sweepMs / 2);
    }
    this.#pumpSoon();
    return true;
  }

  #append(record: Uint8Array): void {
    this.#backlog.append(record);
    if (this.#response) this.#pumpSoon();
  }

  /** What is sent in one turn goes out together. */
  #pumpSoon(): void {
    if (this.#isPumping) return;
    this.#isPumping = true;
    if (this.#isPoll && this.isOpen) setTimeout(() => this.#pump(), gatherMs);
    else queueMicrotask(() => this.#pump());
  }

  #pump(): void {
    this.#isPumping = false;
    const response = this.#response;
    if (!response || this.#given === this.#backlog.end) return;
    const room = this.#isPoll ? Number.POSITIVE_INFINITY : responseBytes - response.writableLength;
    if (room <= 0) return;
    const bytes = Buffer.concat(this.#backlog.from(this.#given, room));
    this.#given += bytes.length;
    response.write(bytes);
    const isLast = this.#state === 'closing' && this.#given === this.#backlog.end;
    // The last word has been said, and heard as far as can be known.
    if (isLast) response.on('close', () => this.terminate());
    if (this.#isPoll || isLast) this.#letGo();
  }

  #letGo(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#response?.end();
    this.#response = null;
  }
}
