/** Something that RFC 6455 forbids, or more than is taken; `code` is what the other side is told. */
export class WireError extends Error {
  constructor(
    readonly code: 1002 | 1008 | 1009,
    message: string,
  ) {
    super(message);
  }
}

export interface WireEvents {
  /** Often a view of a larger buffer, which is not kept. */
  onMessage(bytes: Uint8Array, isBinary: boolean): void;
  onPing(payload: Uint8Array): void;
  onPong(): void;
  /** The other side says that it closes; 1005 where it gives no code. Nothing it says later is read. */
  onClose(code: number, reason: string): void;
}

const opcode = { more: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
const leastBytes = 1_024;
/** A message in more parts than these has parts of so many bytes on average, or nobody's browser made it. */
const crumbs = { parts: 1_024, bytes: 64 } as const;
const nothing = Buffer.alloc(0);

/**
 * Reads WebSocket frames of clients (RFC 6455) out of whatever pieces of bytes come. A message in parts is put together
 * as it comes: what waits takes its own bytes twice at most, in however many parts it comes.
 */
export class WireReader {
  readonly #events: WireEvents;
  readonly #maxMessageBytes: number;
  /** The head of a frame of which the rest has not come. */
  #head = nothing;
  #opcode: number = opcode.more;
  #isFinal = true;
  #mask = 0;
  /** Bytes of the frame being read that have not come. */
  #missing = 0;
  /** Text or binary, while a message is being put together; 0 otherwise. */
  #kind = 0;
  #message = nothing;
  #length = 0;
  #messageParts = 0;
  #control = nothing;
  #hasClosed = false;
  /** Frames so far that were not a whole message. */
  parts = 0;

  constructor({ events, maxMessageBytes }: { events: WireEvents; maxMessageBytes: number }) {
    this.#events = events;
    this.#maxMessageBytes = maxMessageBytes;
  }

  /** Memory that a message takes of which the end has not come. */
  get heldBytes(): number {
    return this.#message.length;
  }

  /** Takes bytes as they come, and changes them. Throws `WireError`; nothing may be pushed after that. */
  push(bytes: Buffer): void {
    const chunk = this.#head.length > 0 ? Buffer.concat([this.#head, bytes]) : bytes;
    this.#head = nothing;
    let at = 0;
    if (this.#missing > 0) at = this.#goOn(chunk);
    while (at < chunk.length && !this.#hasClosed) {
      const start = this.#readHead(chunk, at);
      if (start === 0) {
        this.#head = Buffer.from(chunk.subarray(at));
        return;
      }
      const end = start + this.#missing;
      if (end <= chunk.length) {
        this.#missing = 0;
        this.#whole(unmask(chunk.subarray(start, end), this.#mask));
        at = end;
      } else {
        at = start + this.#goOn(start === chunk.length ? nothing : chunk.subarray(start));
      }
    }
  }

  /** Gives where the payload begins, or 0 when more has to come first. */
  #readHead(chunk: Buffer, at: number): number {
    const has = chunk.length - at;
    if (has < 2) return 0;
    const first = chunk[at] as number;
    const second = chunk[at + 1] as number;
    this.#checkHead(first, second);
    const short = second & 127;
    const lengthEnd = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
    if (chunk.length < lengthEnd) return 0;
    const length =
      short < 126 ? short : short === 126 ? chunk.readUInt16BE(at + 2) : longLength(chunk, at + 2);
    this.#isFinal = (first & 128) !== 0;
    this.#opcode = first & 15;
    if (this.#opcode < opcode.close && this.#length + length > this.#maxMessageBytes) {
      throw new WireError(1009, 'message too large');
    }
    if (chunk.length < lengthEnd + 4) return 0;
    this.#mask = chunk.readUInt32BE(lengthEnd);
    this.#missing = length;
    if (this.#opcode >= opcode.close) this.#control = nothing;
    return lengthEnd + 4;
  }

  #checkHead(first: number, second: number): void {
    const isFinal = (first & 128) !== 0;
    const code = first & 15;
    if ((first & 0x70) !== 0) throw new WireError(1002, 'reserved bits');
    if ((second & 128) === 0) throw new WireError(1002, 'not masked');
    if (code > opcode.pong || (code > opcode.binary && code < opcode.close)) {
      throw new WireError(1002, 'unknown opcode');
    }
    if (code >= opcode.close) {
      if (!isFinal || (second & 127) > 125) throw new WireError(1002, 'control frame in parts');
      if (code === opcode.close && (second & 127) === 1) throw new WireError(1002, 'half a close code');
    } else if ((code === opcode.more) !== this.#kind > 0) {
      throw new WireError(1002, 'part of no message');
    }
  }

  /** Takes of the frame being read what has come of it; gives how much that is. */
  #goOn(chunk: Buffer): number {
    const part = chunk.subarray(0, Math.min(this.#missing, chunk.length));
    this.#missing -= part.length;
    unmask(part, this.#mask);
    this.#mask = turned(this.#mask, part.length);
    if (this.#opcode >= opcode.close) {
      this.#control = Buffer.concat([this.#control, part]);
      if (this.#missing === 0) this.#controlFrame(this.#control);
    } else {
      this.#keep(part);
      if (this.#missing === 0) this.#endFrame();
    }
    return part.length;
  }

  #whole(payload: Buffer): void {
    if (this.#opcode >= opcode.close) this.#controlFrame(payload);
    else if (this.#isFinal && this.#opcode !== opcode.more) {
      this.#events.onMessage(payload, this.#opcode === opcode.binary);
    } else {
      this.#keep(payload);
      this.#endFrame();
    }
  }

  #keep(part: Buffer): void {
    if (this.#opcode !== opcode.more) this.#kind = this.#opcode;
    const needed = this.#length + part.length;
    if (needed > this.#message.length) this.#makeRoom(needed);
    part.copy(this.#message, this.#length);
    this.#length = needed;
  }

  /** In proportion to what has come, whatever length was announced. */
  #makeRoom(needed: number): void {
    const most = this.#isFinal ? needed + this.#missing : this.#maxMessageBytes;
    const larger = Buffer.allocUnsafeSlow(Math.min(Math.max(leastBytes, needed * 2), most));
    this.#message.copy(larger, 0, 0, this.#length);
    this.#message = larger;
  }

  #endFrame(): void {
    this.parts++;
    this.#messageParts++;
    if (
      this.#messageParts > crumbs.parts &&
      this.#length < (this.#messageParts - crumbs.parts) * crumbs.bytes
    ) {
      throw new WireError(1008, 'too many parts');
    }
    if (!this.#isFinal) return;
    const [message, isBinary] = [this.#message.subarray(0, this.#length), this.#kind === opcode.binary];
    this.#message = nothing;
    this.#length = 0;
    this.#messageParts = 0;
    this.#kind = 0;
    this.#events.onMessage(message, isBinary);
  }

  #controlFrame(payload: Buffer): void {
    this.parts++;
    this.#control = nothing;
    if (this.#opcode === opcode.ping) this.#events.onPing(payload);
    else if (this.#opcode === opcode.pong) this.#events.onPong();
    else this.#close(payload);
  }

  #close(payload: Buffer): void {
    const code = payload.length === 0 ? 1005 : payload.readUInt16BE(0);
    if (payload.length > 0 && !mayBeSent(code)) throw new WireError(1002, 'no close code');
    this.#hasClosed = true;
    this.#events.onClose(code, payload.toString('utf8', 2));
  }
}

function longLength(chunk: Buffer, at: number): number {
  return chunk.readUInt32BE(at) * 2 ** 32 + chunk.readUInt32BE(at + 4);
}

function unmask(bytes: Buffer, mask: number): Buffer {
  if (mask === 0) return bytes;
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = (bytes[i] as number) ^ (mask >>> (24 - (i & 3) * 8));
  }
  return bytes;
}

/** The mask for what follows so many bytes. */
function turned(mask: number, bytes: number): number {
  const bits = (bytes & 3) * 8;
  return bits === 0 ? mask : ((mask << bits) | (mask >>> (32 - bits))) >>> 0;
}

/** RFC 6455, 7.4, and what was registered since. */
function mayBeSent(code: number): boolean {
  if (code >= 3000) return code < 5000;
  return code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code);
}
