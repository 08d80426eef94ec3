import * as decoding from 'lib0/decoding';

export type Id = readonly [client: number, clock: number];

/** A list of a shared type, or one entry of a map: the type by its name or by the item that holds it. */
export interface Parent {
  of: string | Id;
  key: string | null;
}

/**
 * A run of structs of one client that an update brings: clocks from `clock` up to `clock + length`. An item says right
 * behind and right before which others it was written, or where it belongs if there was none; garbage says nothing.
 */
export interface StructRun {
  client: number;
  clock: number;
  length: number;
  isSkip: boolean;
  left: Id | null;
  right: Id | null;
  parent: Parent | null;
}

export interface ReadUpdate {
  structs: StructRun[];
  deletes: { client: number; clock: number; length: number }[];
  /** Where the delete set begins: what stands before it can be kept when deletes are trimmed. */
  structsEnd: number;
}

const bits = { content: 31, parentSub: 32, rightOrigin: 64, origin: 128 };
const xmlElement = 3;
const xmlHook = 5;
const lastTypeRef = 6;
/** More structs, or deletions, than these in one update would hold up everyone for too long while they are read in. */
const maxStructs = 100_000;
const maxDeletes = 400_000;
/** Far more than the browsers that ever wrote one document while one of them was away. */
const maxClients = 10_000;

/** Well formed, but more than is taken in one piece. */
export class TooMuchAtOnce extends Error {}

/**
 * Reads a Yjs update (format 1) without building items, and without trusting it: every length is checked against the
 * bytes that are there, nothing may follow the end. Throws on anything malformed.
 */
export function readUpdate(bytes: Uint8Array): ReadUpdate {
  // lib0 reads up to the end of the buffer below a view: other people's frames. So the view must be all of it.
  if (bytes.byteLength !== bytes.buffer.byteLength) throw new Error('give readUpdate bytes of their own');
  const decoder = decoding.createDecoder(bytes);
  const structs: StructRun[] = [];
  const seen = new Set<number>();
  for (let clients = readCount(decoder); clients > 0; clients--) {
    const client = readClient(decoder, structs);
    // Yjs would keep the last of two runs of one client and lose the first.
    if (seen.has(client) || seen.size === maxClients) throw malformed();
    seen.add(client);
  }
  const structsEnd = decoder.pos;
  const deletes = readDeletes(decoder);
  if (decoding.hasContent(decoder)) throw malformed();
  return { structs, deletes, structsEnd };
}

function readClient(decoder: decoding.Decoder, structs: StructRun[]): number {
  const count = readCount(decoder);
  const client = decoding.readVarUint(decoder);
  let clock = decoding.readVarUint(decoder);
  for (let i = 0; i < count; i++) {
    const struct = readStruct(decoder, client, clock);
    clock += struct.length;
    if (struct.length <= 0 || !Number.isSafeInteger(clock)) throw malformed();
    structs.push(struct);
    if (structs.length > maxStructs) throw new TooMuchAtOnce();
  }
  return client;
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number): StructRun {
  if (!decoding.hasContent(decoder)) throw malformed();
  const info = decoding.readUint8(decoder);
  const ref = info & bits.content;
  if (ref === 0 || ref === 10) {
    const length = decoding.readVarUint(decoder);
    return { client, clock, length, isSkip: ref === 10, left: null, right: null, parent: null };
  }
  const left = info & bits.origin ? readId(decoder) : null;
  const right = info & bits.rightOrigin ? readId(decoder) : null;
  const parent = left || right ? null : readParent(decoder, (info & bits.parentSub) !== 0);
  return { client, clock, length: readContent(decoder, ref), isSkip: false, left, right, parent };
}

function readId(decoder: decoding.Decoder): Id {
  return [decoding.readVarUint(decoder), decoding.readVarUint(decoder)];
}

function readParent(decoder: decoding.Decoder, hasKey: boolean): Parent {
  const of = decoding.readVarUint(decoder) === 1 ? decoding.readVarString(decoder) : readId(decoder);
  return { of, key: hasKey ? decoding.readVarString(decoder) : null };
}

/** Reads past one item's content and gives its length in clock ticks. */
function readContent(decoder: decoding.Decoder, ref: number): number {
  switch (ref) {
    case 1:
      return decoding.readVarUint(decoder);
    case 2:
      return readMany(decoder, () => {
        const text = decoding.readVarString(decoder);
        if (text !== 'undefined') checkJson(text);
      });
    case 3:
      decoding.readVarUint8Array(decoder);
      return 1;
    case 4:
      return decoding.readVarString(decoder).length;
    case 5:
      checkJson(decoding.readVarString(decoder));
      return 1;
    case 6:
      decoding.readVarString(decoder);
      checkJson(decoding.readVarString(decoder));
      return 1;
    case 7:
      readType(decoder);
      return 1;
    case 8:
      return readMany(decoder, () => skipAny(decoder, 0));
    default:
      // 9 is a sub-document, which no document of ours has.
      throw malformed();
  }
}

function readMany(decoder: decoding.Decoder, readOne: () => void): number {
  const count = readCount(decoder);
  for (let i = 0; i < count; i++) readOne();
  return count;
}

/** Values nest so deep and no deeper, since Yjs walks them by recursion: in this process and in every browser. */
const maxDepth = 64;

function checkJson(text: string): void {
  const within = (value: unknown, depth: number): boolean =>
    depth <= maxDepth &&
    (typeof value !== 'object' || value === null || Object.values(value).every((v) => within(v, depth + 1)));
  if (!within(JSON.parse(text), 0)) throw malformed();
}

/** Reads past one value of lib0's "any" encoding: 127 minus its first byte is the kind. */
function skipAny(decoder: decoding.Decoder, depth: number): void {
  if (depth > maxDepth || !decoding.hasContent(decoder)) throw malformed();
  const kind = decoding.readUint8(decoder);
  if (kind === 117) {
    for (let left = readCount(decoder); left > 0; left--) skipAny(decoder, depth + 1);
  } else if (kind === 118) {
    for (let left = readCount(decoder); left > 0; left--) {
      decoding.readVarString(decoder);
      skipAny(decoder, depth + 1);
    }
  } else {
    decoder.pos--;
    decoding.readAny(decoder);
  }
}

function readType(decoder: decoding.Decoder): void {
  const typeRef = decoding.readVarUint(decoder);
  if (typeRef > lastTypeRef) throw malformed();
  if (typeRef === xmlElement || typeRef === xmlHook) decoding.readVarString(decoder);
}

function readDeletes(decoder: decoding.Decoder): ReadUpdate['deletes'] {
  const deletes: ReadUpdate['deletes'] = [];
  for (let clients = readCount(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder);
    for (let ranges = readCount(decoder); ranges > 0; ranges--) {
      const clock = decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      if (length === 0 || !Number.isSafeInteger(clock + length)) throw malformed();
      deletes.push({ client, clock, length });
      if (deletes.length > maxDeletes) throw new TooMuchAtOnce();
    }
  }
  return deletes;
}

/** A count cannot exceed the bytes that are left, since each thing counted takes at least one. */
function readCount(decoder: decoding.Decoder): number {
  const count = decoding.readVarUint(decoder);
  if (count > decoder.arr.length - decoder.pos) throw malformed();
  return count;
}

function malformed(): Error {
  return new Error('malformed update');
}
