import { request } from 'node:http';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import type * as Y from 'yjs';
import type { Random } from '../random';
import { bytesOf, corruptUpdate } from './corrupt';

/** Someone who may come in and means harm, or whose browser is broken. Each gives what it did. */
export class Attacker {
  readonly #origin: string;
  readonly #documentId: string;
  readonly #random: Random;
  #socket: WebSocket | null = null;
  /** Frames for when it is in. */
  readonly #waiting: Uint8Array[] = [];

  constructor(given: { origin: string; documentId: string; random: Random }) {
    this.#origin = given.origin;
    this.#documentId = given.documentId;
    this.#random = given.random;
  }

  update(known: Y.Doc): string {
    const { kind, frames } = corruptUpdate(known, this.#random);
    const step = this.#random.pick([1, 2, 2]);
    for (const frame of frames) this.#send(syncFrame(step, frame));
    return `corrupt update: ${kind} (${frames.map((frame) => Buffer.from(frame).toString('hex')).join(' ')})`;
  }

  frame(): string {
    const frame = this.#malformedFrame();
    this.#send(frame);
    return `malformed frame ${Buffer.from(frame.subarray(0, 40)).toString('hex')}`;
  }

  presence(honestClientId: number): string {
    const clientId = this.#random.pick([honestClientId, 7, 2 ** 32 - 1]);
    const json = this.#random.pick([
      'null',
      '{"cursor":1}',
      '{"user":{"accountId":"a0","name":"forged"}}',
      '[1]',
      '"text"',
      '{',
      '',
      '['.repeat(2_000),
      `{"x":"${'x'.repeat(5_000)}"}`,
      '{"__proto__":{"user":1},"toJSON":1}',
    ]);
    const body = encoding.createEncoder();
    encoding.writeVarUint(body, this.#random.pick([1, 1, 1, 0, 2, 2 ** 40]));
    encoding.writeVarUint(body, clientId);
    encoding.writeVarUint(body, this.#random.pick([0, 1, 2 ** 32, Number.MAX_SAFE_INTEGER]));
    encoding.writeVarString(body, json);
    const whole = encoding.toUint8Array(body);
    const bytes = this.#random.below(4) ? whole : whole.subarray(0, this.#random.below(whole.length));
    const frame = encoding.createEncoder();
    encoding.writeVarUint(frame, 1);
    encoding.writeVarUint8Array(frame, bytes);
    this.#send(encoding.toUint8Array(frame));
    return `presence of ${clientId}: ${json.slice(0, 40)}`;
  }

  /** What is no WebSocket frame, or not the whole of one, after a proper handshake. */
  garbage(): string {
    const asked = request(`http://${this.#origin}/sync/${this.#documentId}`, {
      headers: {
        ...this.#headers(),
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
        'Sec-WebSocket-Version': '13',
      },
    });
    const bytes = this.#random.below(3)
      ? this.#brokenWireFrame()
      : bytesOf(this.#random, 1 + this.#random.below(60));
    const endsAtOnce = this.#random.below(2) === 0;
    asked.on('error', () => undefined);
    asked.on('upgrade', (_response, socket) => {
      socket.on('error', () => undefined);
      socket.write(bytes);
      if (endsAtOnce) socket.destroy();
      else socket.end();
    });
    asked.end();
    return `garbage ${Buffer.from(bytes).toString('hex')}`;
  }

  leave(): void {
    this.#socket?.terminate();
    this.#socket = null;
  }

  /** A frame of the WebSocket itself: cut short, in parts that never end, with a false length, or with a bit turned. */
  #brokenWireFrame(): Uint8Array {
    const random = this.#random;
    const payload = syncFrame(2, bytesOf(random, random.below(100)));
    const first = random.pick([0x82, 0x02, 0x80, 0x81, 0x88, 0x89, 0x0a]);
    const frame = Uint8Array.of(first, 0x80 | Math.min(125, payload.length), 0, 0, 0, 0, ...payload);
    switch (random.below(4)) {
      case 0:
        return frame.subarray(0, random.below(frame.length));
      case 1:
        return Uint8Array.from(
          { length: 350 },
          (_, i) => [i < 7 ? 0x02 : 0x00, 0x81, 0, 0, 0, 0, 7][i % 7] as number,
        );
      case 2:
        return Uint8Array.of(first, 0xff, ...bytesOf(random, 8), ...payload);
      default:
        frame[random.below(8)] = (frame[random.below(8)] as number) ^ (1 << random.below(8));
        return frame;
    }
  }

  #malformedFrame(): Uint8Array {
    const random = this.#random;
    const whole = syncFrame(random.below(4), bytesOf(random, random.below(30)));
    switch (random.below(6)) {
      case 0:
        return bytesOf(random, random.below(40));
      case 1:
        return whole.subarray(0, random.below(whole.length));
      case 2:
        return Uint8Array.of(...whole, ...bytesOf(random, 3));
      // A length that no frame has; numbers that do not end; another type.
      case 3:
        return Uint8Array.of(0, 2, 255, 255, 255, 255, 255, 255, 255, 15, 1);
      case 4:
        return new Uint8Array(30).fill(random.pick([128, 255]));
      default:
        return Uint8Array.of(random.pick([2, 3, 4, 64, 99]), ...whole);
    }
  }

  #send(frame: Uint8Array): void {
    const { CONNECTING, OPEN } = WebSocket;
    if (this.#socket?.readyState === OPEN) {
      this.#socket.send(frame);
      return;
    }
    this.#waiting.push(frame);
    if (this.#socket?.readyState === CONNECTING) return;
    // Thrown out: comes again with this.
    const socket = new WebSocket(`ws://${this.#origin}/sync/${this.#documentId}`, {
      headers: this.#headers(),
    });
    socket.on('error', () => undefined);
    socket.on('open', () => {
      for (const waiting of this.#waiting.splice(0)) socket.send(waiting);
    });
    this.#socket = socket;
  }

  #headers(): Record<string, string> {
    return { Cookie: 'attacker', Origin: `http://${this.#origin}` };
  }
}

function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}
