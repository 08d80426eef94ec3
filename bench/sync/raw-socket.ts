import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const opcode = { continuation: 0, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** A client frame, masked as clients must: made before the clock runs. */
export function maskedFrame(payload: Uint8Array, type: number = opcode.binary): Buffer {
  const { length } = payload;
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + 4 + length);
  frame[0] = 0x80 | type;
  frame[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (start === 4) frame.writeUInt16BE(length, 2);
  if (start === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  const mask = randomBytes(4);
  mask.copy(frame, start);
  for (let i = 0; i < length; i++) {
    frame[start + 4 + i] = (payload[i] as number) ^ (mask[i & 3] as number);
  }
  return frame;
}

/** Longer messages are gathered in pieces rather than joined again with every piece that comes. */
const longBytes = 65_536;

/**
 * A WebSocket client that does no more than it must, so that the generator is never what is measured. `onMessage`
 * gets a view that is good until it returns.
 */
export class RawSocket {
  bytesIn = 0;
  isOpen = true;
  readonly #socket: Socket;
  readonly #onMessage: (message: Buffer) => void;
  #rest: Buffer | null = null;
  #long: { parts: Buffer[]; left: number } | null = null;

  constructor(socket: Socket, onMessage: (message: Buffer) => void) {
    this.#socket = socket;
    this.#onMessage = onMessage;
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.isOpen = false;
    });
  }

  write(frame: Buffer): void {
    this.#socket.write(frame);
  }

  send(payload: Uint8Array): void {
    this.write(maskedFrame(payload));
  }

  /** Stops or goes on taking what comes. */
  setReading(isReading: boolean): void {
    if (isReading) this.#socket.resume();
    else this.#socket.pause();
  }

  async close(): Promise<void> {
    if (!this.isOpen) return;
    this.#socket.destroy();
    await once(this.#socket, 'close');
  }

  #read(chunk: Buffer): void {
    this.bytesIn += chunk.length;
    let data = chunk;
    if (this.#rest) {
      data = Buffer.concat([this.#rest, chunk]);
      this.#rest = null;
    }
    let at = 0;
    while (at < data.length) {
      if (this.#long) {
        at = this.#readLong(this.#long, data, at);
        continue;
      }
      const next = this.#readFrame(data, at);
      if (next === at) {
        this.#rest = data.subarray(at);
        return;
      }
      at = next;
    }
  }

  /** Gives where the next frame begins: where this one began when it is not all there. */
  #readFrame(data: Buffer, at: number): number {
    if (data.length - at < 2) return at;
    const type = (data[at] as number) & 15;
    let length = (data[at + 1] as number) & 127;
    let start = at + 2;
    if (length === 126) {
      if (data.length - at < 4) return at;
      length = data.readUInt16BE(at + 2);
      start = at + 4;
    } else if (length === 127) {
      if (data.length - at < 10) return at;
      length = Number(data.readBigUInt64BE(at + 2));
      start = at + 10;
    }
    if (length > longBytes) {
      this.#long = { parts: [], left: length };
      return start;
    }
    if (start + length > data.length) return at;
    const body = data.subarray(start, start + length);
    if (type === opcode.binary) this.#onMessage(body);
    else if (type === opcode.ping) this.write(maskedFrame(body, opcode.pong));
    return start + length;
  }

  #readLong(long: { parts: Buffer[]; left: number }, data: Buffer, at: number): number {
    const end = Math.min(data.length, at + long.left);
    long.parts.push(data.subarray(at, end));
    long.left -= end - at;
    if (long.left === 0) {
      this.#long = null;
      this.#onMessage(Buffer.concat(long.parts));
    }
    return end;
  }
}

/** Opens a WebSocket; throws when the server does not answer with 101. */
export async function openRawSocket({
  port,
  path,
  name,
  onMessage,
}: {
  port: number;
  path: string;
  /** Goes as the cookie: who this is. */
  name: string;
  onMessage: (message: Buffer) => void;
}): Promise<RawSocket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  socket.write(
    [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Origin: http://127.0.0.1:${port}`,
      `Cookie: ${name}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      'Sec-WebSocket-Version: 13',
      '\r\n',
    ].join('\r\n'),
  );
  let head = Buffer.alloc(0);
  while (!head.includes('\r\n\r\n')) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    head = Buffer.concat([head, chunk]);
  }
  socket.pause();
  const end = head.indexOf('\r\n\r\n') + 4;
  if (!head.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) {
    throw new Error(`refused: ${head.subarray(0, end).toString().split('\r\n')[0]}`);
  }
  const raw = new RawSocket(socket, onMessage);
  if (end < head.length) socket.unshift(head.subarray(end));
  socket.resume();
  return raw;
}
