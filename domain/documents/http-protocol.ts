/**
 * The fallback where WebSockets are blocked: the same frames as on `/sync/<documentId>`, in two numbered streams of
 * bytes, one each way, carried by POSTs to `/sync-http/<documentId>`. A byte is named by its offset, so a request may be
 * repeated, cut short or answered late, and nothing is taken twice or out of order.
 *
 * Open:  the parameters of a WebSocket's address             -> `open <channel>` or `close <code> <reason>`
 * Up:    channel, at (offset of the body), got, body         -> `<bytes taken> <bytes sent>`
 * Down:  channel, got (offset from which on), wait           -> bytes of the stream, for as long as `wait` says
 *
 * `got` says how much of the stream down has come; `bye` with the last bytes up closes the channel.
 */
export const syncHttpPath = '/sync-http/';

export const httpParameter = { channel: 'channel', at: 'at', got: 'got', wait: 'wait', bye: 'bye' } as const;

/** How the answer to a request for the stream down ends: never, or as soon as there was something. */
export const waitFor = { stream: 'stream', poll: 'poll' } as const;

/** What the streams are made of: the kind, the length as a varuint, that many bytes. */
export const recordKind = {
  frame: 0,
  /** Down only: whoever gets it posts, if only to say how much they got. */
  ping: 1,
  /** Down only, the last one: code (two bytes, big end first) and reason. */
  close: 2,
} as const;

export function encodeRecord(kind: number, payload: Uint8Array): Uint8Array {
  const head = [kind];
  let rest = payload.length;
  for (; rest > 127; rest = Math.floor(rest / 128)) head.push((rest % 128) + 128);
  head.push(rest);
  const record = new Uint8Array(head.length + payload.length);
  record.set(head);
  record.set(payload, head.length);
  return record;
}

export class RecordTooLarge extends Error {}

/** Takes a stream in pieces of any size and gives its records whole. Holds no more than has come of one record. */
export class RecordReader {
  readonly #maxBytes: number;
  readonly #onRecord: (kind: number, payload: Uint8Array) => void;
  #kind: number | null = null;
  #length = 0;
  #lengthUnit = 1;
  #isLengthKnown = false;
  #payload = new Uint8Array();
  #filled = 0;

  constructor(maxBytes: number, onRecord: (kind: number, payload: Uint8Array) => void) {
    this.#maxBytes = maxBytes;
    this.#onRecord = onRecord;
  }

  /** Throws RecordTooLarge as soon as a record says that it will be. */
  push(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) at = this.#isLengthKnown ? this.#fill(bytes, at) : this.#readHead(bytes, at);
  }

  #readHead(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] as number;
    if (this.#kind === null) {
      this.#kind = byte;
      return at + 1;
    }
    this.#length += (byte % 128) * this.#lengthUnit;
    this.#lengthUnit *= 128;
    if (this.#length > this.#maxBytes || this.#lengthUnit > 2 ** 42) throw new RecordTooLarge();
    this.#isLengthKnown = byte < 128;
    if (this.#isLengthKnown && this.#length === 0) this.#emit(new Uint8Array());
    return at + 1;
  }

  #fill(bytes: Uint8Array, at: number): number {
    const end = Math.min(bytes.length, at + this.#length - this.#filled);
    if (this.#filled === 0 && end - at === this.#length) {
      this.#emit(bytes.slice(at, end));
      return end;
    }
    const filled = this.#filled + end - at;
    if (filled > this.#payload.length) {
      // Grows with what has come: a length alone costs no memory.
      const grown = new Uint8Array(Math.min(this.#length, Math.max(4096, 2 * filled)));
      grown.set(this.#payload.subarray(0, this.#filled));
      this.#payload = grown;
    }
    this.#payload.set(bytes.subarray(at, end), this.#filled);
    this.#filled = filled;
    if (filled === this.#length) this.#emit(this.#payload.subarray(0, filled));
    return end;
  }

  #emit(payload: Uint8Array): void {
    const kind = this.#kind as number;
    this.#kind = null;
    this.#length = 0;
    this.#lengthUnit = 1;
    this.#isLengthKnown = false;
    this.#payload = new Uint8Array();
    this.#filled = 0;
    this.#onRecord(kind, payload);
  }
}
