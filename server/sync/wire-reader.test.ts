import { describe, expect, it } from 'vitest';
import * as ws from 'ws';
import { makeRandom, type Random, seedOf } from '#tests/fuzz/random';
import { type WireError, WireReader } from './wire-reader';

const maxMessageBytes = 100_000;

/** A frame as a client sends it. */
function frameOf(
  payload: Uint8Array,
  { first = 0x82, mask = Buffer.of(1, 2, 3, 4) }: { first?: number; mask?: Buffer } = {},
): Buffer {
  const { length } = payload;
  const short = length < 126 ? length : length < 65_536 ? 126 : 127;
  const long = Buffer.alloc(short === 126 ? 2 : short === 127 ? 8 : 0);
  if (short === 126) long.writeUInt16BE(length);
  if (short === 127) long.writeBigUInt64BE(BigInt(length));
  const masked = Buffer.from(payload).map((byte, i) => byte ^ (mask[i & 3] as number));
  return Buffer.concat([Buffer.of(first, 0x80 | short), long, mask, masked]);
}

/** What is read of these pieces of bytes, in words; the last says why no more is. */
function read(pieces: Buffer[]): string[] {
  const heard: string[] = [];
  const reader = new WireReader({
    maxMessageBytes,
    events: {
      onMessage: (bytes, isBinary) =>
        heard.push(`${isBinary ? 'binary' : 'text'} ${Buffer.from(bytes).toString('hex')}`),
      onPing: (payload) => heard.push(`ping ${Buffer.from(payload).toString('hex')}`),
      onPong: () => heard.push('pong'),
      onClose: (code, reason) => heard.push(`close ${code} ${reason}`),
    },
  });
  try {
    for (const piece of pieces) reader.push(Buffer.from(piece));
  } catch (error) {
    heard.push(`error ${(error as WireError).code}`);
  }
  return heard;
}

/** As much as is needed of what the package exports and its types leave out. */
interface WsReceiver {
  on(event: string, listener: (...given: never[]) => void): void;
  _write(chunk: Buffer, encoding: string, done: (error?: object) => void): void;
}
const { Receiver } = ws as unknown as { Receiver: new (options: object) => WsReceiver };

/** The same by the reader of the `ws` package. */
function readByWs(pieces: Buffer[]): string[] {
  const heard: string[] = [];
  const receiver = new Receiver({
    isServer: true,
    maxPayload: maxMessageBytes,
    skipUTF8Validation: true,
    allowSynchronousEvents: true,
  });
  receiver.on('message', (data: Buffer, isBinary: boolean) =>
    heard.push(`${isBinary ? 'binary' : 'text'} ${data.toString('hex')}`),
  );
  receiver.on('ping', (data: Buffer) => heard.push(`ping ${data.toString('hex')}`));
  receiver.on('pong', () => heard.push('pong'));
  receiver.on('conclude', (code: number, reason: Buffer) => heard.push(`close ${code} ${reason}`));
  receiver.on('error', () => undefined);
  let hasEnded = false;
  for (const piece of pieces) {
    if (hasEnded) break;
    receiver._write(Buffer.from(piece), 'buffer', (error) => {
      const status = Object.getOwnPropertySymbols(error ?? {}).find((s) => s.description === 'status-code');
      if (error) heard.push(`error ${status && (error as unknown as Record<symbol, number>)[status]}`);
      hasEnded ||= Boolean(error);
    });
  }
  return heard;
}

describe('frames of a client', () => {
  it.each([0, 1, 125, 126, 65_535, 65_536, 100_000])(
    'of %i bytes are read whole and in single bytes',
    (length) => {
      const payload = Buffer.alloc(length, 'abc');
      const frame = frameOf(payload);
      const expected = [`binary ${payload.toString('hex')}`];
      expect(read([frame])).toEqual(expected);
      expect(read([...frame].map((byte) => Buffer.of(byte)))).toEqual(expected);
    },
  );

  it('in parts make one message, with control frames in between', () => {
    const pieces = [
      frameOf(Buffer.from('one '), { first: 0x02 }),
      frameOf(Buffer.from('!'), { first: 0x89 }),
      frameOf(Buffer.alloc(0), { first: 0x00 }),
      frameOf(Buffer.from('two'), { first: 0x80 }),
    ];
    const expected = ['ping 21', `binary ${Buffer.from('one two').toString('hex')}`];
    expect(read(pieces)).toEqual(expected);
    expect(read([Buffer.concat(pieces)])).toEqual(expected);
  });

  it.each([
    ['not masked', Buffer.of(0x82, 2), 1002],
    ['reserved bits', Buffer.of(0xc2, 0x80), 1002],
    ['an unknown opcode', Buffer.of(0x83, 0x80), 1002],
    ['a part of nothing', Buffer.of(0x80, 0x80), 1002],
    [
      'a new message within a message',
      Buffer.concat([frameOf(Buffer.of(1), { first: 2 }), frameOf(Buffer.of(1))]),
      1002,
    ],
    ['a ping in parts', Buffer.of(0x09, 0x80), 1002],
    ['a long ping', Buffer.of(0x89, 0xfe), 1002],
    ['a close with half a code', Buffer.of(0x88, 0x81), 1002],
    ['a close with a code that is none', frameOf(Buffer.of(3, 0xed), { first: 0x88 }), 1002],
    ['more than allowed', frameOf(Buffer.alloc(maxMessageBytes + 1)).subarray(0, 10), 1009],
    ['a length beyond all numbers', Buffer.of(0x82, 0xff, 255, 255, 255, 255, 255, 255, 255, 255), 1009],
    [
      'more than allowed in parts',
      Buffer.concat([
        frameOf(Buffer.alloc(maxMessageBytes), { first: 2 }),
        frameOf(Buffer.of(1), { first: 0x80 }),
      ]),
      1009,
    ],
  ])('are refused for %s as soon as it can be seen', (_name, bytes, code) => {
    expect(read([bytes]).at(-1)).toBe(`error ${code}`);
  });

  it('after a close are not read', () => {
    const bye = frameOf(Buffer.concat([Buffer.of(0x03, 0xe9), Buffer.from('going')]), { first: 0x88 });
    expect(read([Buffer.concat([bye, frameOf(Buffer.of(1))])])).toEqual(['close 1001 going']);
    expect(read([frameOf(Buffer.alloc(0), { first: 0x88 }), frameOf(Buffer.of(1))])).toEqual(['close 1005 ']);
  });

  it('that are not complete take memory for what has come, not for what was announced or for its parts', () => {
    const events = {
      onMessage: () => undefined,
      onPing: () => undefined,
      onPong: () => undefined,
      onClose: () => undefined,
    };
    const announced = new WireReader({ events, maxMessageBytes: 8_000_000 });
    announced.push(frameOf(Buffer.alloc(7_000_000)).subarray(0, 1_014));
    expect(announced.heldBytes).toBeLessThanOrEqual(2_000);
    const crumbs = new WireReader({ events, maxMessageBytes: 8_000_000 });
    crumbs.push(frameOf(Buffer.of(1), { first: 2 }));
    for (let i = 1; i < 1_000; i++) crumbs.push(frameOf(Buffer.of(1), { first: 0 }));
    expect(crumbs.parts).toBe(1_000);
    expect(crumbs.heldBytes).toBeLessThanOrEqual(2_000);
  });

  it('may come in any number of parts, but not in crumbs', () => {
    const inPartsOf = (bytes: number, count: number) => [
      frameOf(Buffer.alloc(bytes), { first: 2 }),
      ...Array.from({ length: count - 1 }, () => frameOf(Buffer.alloc(bytes), { first: 0 })),
    ];
    expect(read(inPartsOf(70, 1_400))).toEqual([]);
    expect(read(inPartsOf(1, 1_024))).toEqual([]);
    expect(read(inPartsOf(1, 1_100))).toEqual(['error 1008']);
    expect(read(inPartsOf(0, 1_100))).toEqual(['error 1008']);
  });
});

it('any bytes in any pieces are read as the ws package reads them', () => {
  const random = makeRandom(seedOf('wire-reader'));
  for (let run = 0; run < 1_000; run++) {
    const pieces = cut(mutilated(conversation(random), random), random);
    expect(read(pieces)).toEqual(readByWs(pieces));
  }
});

/** Frames as clients send them, mostly in an order that is allowed. */
function conversation(random: Random): Buffer {
  const frames: Buffer[] = [];
  for (let i = random.below(8); i >= 0; i--) {
    const payload = Buffer.from(
      Array.from({ length: random.pick([0, 1, 5, 130, 2_000]) }, () => random.below(256)),
    );
    const mask = Buffer.from(Array.from({ length: 4 }, () => random.below(random.pick([1, 256]))));
    const parts = random.pick([1, 1, 2, 5]);
    const size = Math.ceil(payload.length / parts);
    for (let part = 0; part < parts; part++) {
      const isLast = part === parts - 1;
      const first = (isLast ? 0x80 : 0) | (part > 0 ? 0 : random.pick([2, 2, 2, 1]));
      frames.push(frameOf(payload.subarray(part * size, (part + 1) * size), { first, mask }));
      if (random.below(4) === 0) frames.push(control(random, mask));
    }
  }
  return Buffer.concat(frames);
}

function control(random: Random, mask: Buffer): Buffer {
  const first = random.pick([0x89, 0x89, 0x8a, 0x8a, 0x88]);
  const code = random.pick([1000, 1001, 1005, 1014, 2999, 3000, 4400, 5000]);
  const payload = first === 0x88 ? Buffer.of(code >> 8, code & 255, 98, 121, 101) : Buffer.from('ping');
  return frameOf(random.below(3) ? payload : Buffer.alloc(0), { first, mask });
}

function mutilated(bytes: Buffer, random: Random): Buffer {
  if (random.below(3) === 0) return bytes;
  const copy = Buffer.from(bytes);
  for (let i = random.below(3); i >= 0; i--) copy[random.below(copy.length)] = random.below(256);
  return random.below(3) ? copy : copy.subarray(0, random.below(copy.length));
}

function cut(bytes: Buffer, random: Random): Buffer[] {
  const pieces: Buffer[] = [];
  const most = random.pick([1, 3, 20, 5_000]);
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + random.below(most);
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return pieces;
}
