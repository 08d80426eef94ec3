import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from './backlog';
import { encodeRecord, RecordReader, RecordTooLarge } from './http-protocol';

const bytes = fc.uint8Array({ maxLength: 300 });
const records = fc.array(fc.tuple(fc.integer({ min: 0, max: 255 }), bytes), { maxLength: 8 });

function cut(stream: Uint8Array, sizes: number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (let i = 0; at < stream.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    pieces.push(stream.subarray(at, at + size));
    at += size;
  }
  return pieces;
}

describe('a stream of records', () => {
  it('is read as it was written, in whatever pieces it comes', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(records, sizes, (written, cuts) => {
        const stream = Uint8Array.from(
          written.flatMap(([kind, payload]) => [...encodeRecord(kind, payload)]),
        );
        const read: [number, Uint8Array][] = [];
        const reader = new RecordReader(1_000, (kind, payload) =>
          read.push([kind, Uint8Array.from(payload)]),
        );
        for (const piece of cut(stream, cuts)) reader.push(piece);
        expect(read).toEqual(written);
      }),
    );
  });

  it('with large records is read too', () => {
    const payload = new Uint8Array(3_000_000).map((_, i) => i % 251);
    const read: Uint8Array[] = [];
    const reader = new RecordReader(3_000_000, (_kind, taken) => read.push(taken));
    for (const piece of cut(encodeRecord(0, payload), [65_536])) reader.push(piece);
    expect(read.map((taken) => Buffer.compare(taken, payload))).toEqual([0]);
  });

  it('is refused as soon as a record says that it will be too large', () => {
    const reader = new RecordReader(100, () => undefined);
    expect(() => reader.push(encodeRecord(0, new Uint8Array(101)).subarray(0, 3))).toThrow(RecordTooLarge);
    const endless = new RecordReader(100, () => undefined);
    expect(() => endless.push(new Uint8Array(20).fill(128))).toThrow(RecordTooLarge);
  });
});

describe('a backlog', () => {
  it('gives every byte from any offset that was not acknowledged', () => {
    fc.assert(
      fc.property(
        fc.array(bytes),
        fc.array(fc.nat(2_500)),
        fc.integer({ min: 1, max: 500 }),
        (pieces, acks, most) => {
          const backlog = new Backlog();
          const all: number[] = [];
          for (const [i, piece] of pieces.entries()) {
            backlog.append(piece);
            all.push(...piece);
            const ack = acks[i];
            if (ack !== undefined) backlog.release(ack);
            const given: number[] = [];
            while (given.length < backlog.end - backlog.start) {
              const part = backlog.from(backlog.start + given.length, most).flatMap((one) => [...one]);
              expect(part.length).toBeGreaterThan(0);
              expect(part.length).toBeLessThanOrEqual(most);
              given.push(...part);
            }
            expect(given).toEqual(all.slice(backlog.start));
            expect(backlog.end).toBe(all.length);
          }
        },
      ),
    );
  });

  it('takes no acknowledgement of what it never held', () => {
    const backlog = new Backlog();
    backlog.append(Uint8Array.of(1, 2, 3));
    backlog.release(4);
    backlog.release(2);
    backlog.release(1);
    expect([backlog.start, backlog.end, backlog.from(0, 10)]).toEqual([2, 3, [Uint8Array.of(3)]]);
  });
});
