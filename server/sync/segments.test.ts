import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packSegment, unpackSegment } from './segments';

const aName = fc.option(fc.constantFrom('', 'a', 'né à Antsirabe', '"'));
const anEntry = fc.record({
  at: fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
  accountId: aName,
  institutionId: aName,
  bytes: fc.uint8Array({ maxLength: 40 }),
});

const rowsOf = (
  entries: { at: Date; accountId: string | null; institutionId: string | null; bytes: Uint8Array }[],
) =>
  entries.map(({ at, accountId, institutionId, bytes }, i) => ({
    seq: 7 + i,
    at: at.toISOString(),
    author: { accountId, institutionId },
    bytes,
  }));

it('gives back every entry as it was: who, when and what', () => {
  fc.assert(
    fc.property(fc.array(anEntry, { minLength: 1, maxLength: 60 }), (entries) => {
      const rows = rowsOf(entries);
      const expected = rows.map((row) => ({ ...row, size: row.bytes.length }));
      expect(unpackSegment(packSegment(rows))).toEqual(expected);
    }),
  );
});

it('still says who wrote when, and how much, once the updates are let go of', () => {
  const rows = rowsOf([
    { at: new Date('2026-03-01'), accountId: 'a', institutionId: 'moh', bytes: new Uint8Array([1, 2, 3]) },
  ]);
  expect(unpackSegment({ ...packSegment(rows), updates: null })).toEqual([
    { ...rows[0], size: 3, bytes: null },
  ]);
});

it('notices a single changed byte', () => {
  const bytes = new Uint8Array(500).map((_, i) => i % 7);
  const rows = rowsOf([{ at: new Date('2026-03-01'), accountId: 'a', institutionId: null, bytes }]);
  for (const part of ['authors', 'updates'] as const) {
    const segment = packSegment(rows);
    const damaged = Uint8Array.from(segment[part] as Uint8Array);
    damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] as number) ^ 1;
    expect(() => unpackSegment({ ...segment, [part]: damaged })).toThrow('damaged');
  }
});

it('packs keystrokes of one person to a small part of their size', () => {
  const rows = Array.from({ length: 4_000 }, (_, i) => ({
    seq: i + 1,
    at: new Date(1_780_000_000_000 + i * 140).toISOString(),
    author: { accountId: 'a', institutionId: 'moh' },
    bytes: new Uint8Array([1, 1, 200, 12, 7, i & 127, i >> 7, 132, 12, i & 127, 97 + (i % 26), 0]),
  }));
  const { authors, updates } = packSegment(rows);
  expect(authors.length + (updates?.length ?? 0)).toBeLessThan(rows.length * 12 * 0.1);
});
