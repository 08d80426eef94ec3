import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { HistoryEntry, LogRow, Segment, UpdateAuthor } from './types';

const format = 1;
const compression = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** SHA-256 in hexadecimal: the hash of snapshots and segments. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Packs consecutive rows of a log: who, when and how much in one column each, and apart from them what was written. */
export function packSegment(rows: LogRow[]): Segment {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) throw new Error('a segment holds at least one entry');
  const authors = brotliCompressSync(authorColumns(rows), compression);
  const updates = brotliCompressSync(interleaved(rows.map(({ bytes }) => bytes)), compression);
  return {
    fromSeq: first.seq,
    uptoSeq: last.seq,
    firstAt: first.at,
    lastAt:
      rows
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? last.at,
    authors,
    authorsHash: hashOf(authors),
    updates,
    updatesHash: hashOf(updates),
  };
}

/** Gives a segment's entries in order; their bytes are null where they were let go of. Throws when it is damaged. */
export function unpackSegment({ fromSeq, uptoSeq, ...segment }: Segment): HistoryEntry[] {
  if (hashOf(segment.authors) !== segment.authorsHash)
    throw new Error('the authors of a segment are damaged');
  if (segment.updates && hashOf(segment.updates) !== segment.updatesHash)
    throw new Error('the updates of a segment are damaged');
  const { authors, instants, sizes } = readAuthorColumns(brotliDecompressSync(segment.authors));
  if (sizes.length !== uptoSeq - fromSeq + 1) throw new Error('a segment has not as many entries as it says');
  const updates = segment.updates && separated(brotliDecompressSync(segment.updates), sizes);
  return sizes.map((size, i) => ({
    seq: fromSeq + i,
    at: new Date(instants[i] ?? 0).toISOString(),
    author: authors[i] as UpdateAuthor,
    size,
    bytes: updates?.[i] ?? null,
  }));
}

function authorColumns(rows: LogRow[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, format);
  encoding.writeVarUint(encoder, rows.length);
  const known = new Map<string, number>();
  const dictionary: UpdateAuthor[] = [];
  const indexes = rows.map(({ author }) => {
    const key = JSON.stringify([author.accountId, author.institutionId]);
    const index = known.get(key) ?? known.size;
    if (index === known.size) dictionary.push(author);
    known.set(key, index);
    return index;
  });
  encoding.writeVarUint(encoder, dictionary.length);
  for (const { accountId, institutionId } of dictionary) {
    // JSON tells null from a name that is empty.
    encoding.writeVarString(encoder, JSON.stringify([accountId, institutionId]));
  }
  for (const index of indexes) encoding.writeVarUint(encoder, index);
  let before = 0;
  for (const { at } of rows) {
    const ms = Date.parse(at);
    encoding.writeVarInt(encoder, ms - before);
    before = ms;
  }
  for (const { bytes } of rows) encoding.writeVarUint(encoder, bytes.length);
  return encoding.toUint8Array(encoder);
}

function readAuthorColumns(bytes: Uint8Array) {
  const decoder = decoding.createDecoder(bytes);
  if (decoding.readVarUint(decoder) !== format) throw new Error('a segment of an unknown format');
  const length = decoding.readVarUint(decoder);
  const dictionary = times(decoding.readVarUint(decoder), (): UpdateAuthor => {
    const [accountId, institutionId] = JSON.parse(decoding.readVarString(decoder));
    return { accountId, institutionId };
  });
  const authors = times(length, () => dictionary[decoding.readVarUint(decoder)]);
  let at = 0;
  const instants = times(length, () => {
    at += decoding.readVarInt(decoder);
    return at;
  });
  const sizes = times(length, () => decoding.readVarUint(decoder));
  return { authors, instants, sizes };
}

/**
 * Updates of the same length lie byte beside byte: keystrokes differ in their clocks only, and compress to a fifth of
 * what they do one after the other.
 */
function interleaved(updates: Uint8Array[]): Uint8Array {
  const packed = new Uint8Array(updates.reduce((sum, { length }) => sum + length, 0));
  eachPlace(
    updates.map(({ length }) => length),
    (place, index, offset) => {
      packed[place] = updates[index]?.[offset] ?? 0;
    },
  );
  return packed;
}

function separated(packed: Uint8Array, sizes: number[]): Uint8Array[] {
  const updates = sizes.map((size) => new Uint8Array(size));
  eachPlace(sizes, (place, index, offset) => {
    (updates[index] as Uint8Array)[offset] = packed[place] as number;
  });
  return updates;
}

function eachPlace(sizes: number[], visit: (place: number, index: number, offset: number) => void): void {
  const ofSize = new Map<number, number[]>();
  sizes.forEach((size, index) => {
    const same = ofSize.get(size);
    if (same) same.push(index);
    else ofSize.set(size, [index]);
  });
  let place = 0;
  for (const [size, indexes] of ofSize) {
    for (let offset = 0; offset < size; offset++) for (const index of indexes) visit(place++, index, offset);
  }
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
