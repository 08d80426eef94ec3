import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Random } from '../random';
import { editAtRandom } from './edit';

/**
 * Something made of a real update of a stranger to the document: a field changed, cut, repeated, moved ahead. It is
 * in the stranger's own name, since a forged name is known not to be found out (server/sync/README.md).
 */
export function corruptUpdate(known: Y.Doc, random: Random): { kind: string; frames: Uint8Array[] } {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(known));
  doc.clientID = 1 + random.below(2 ** 31);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const count = 1 + random.below(4);
  for (let tries = 0; updates.length < count && tries < 50; tries++) editAtRandom(doc, random);
  doc.destroy();
  if (random.below(9) === 0) return { kind: 'misplaced', frames: [misplaced(known, random)] };
  const last = Uint8Array.from(updates.at(-1) ?? [0, 0]);
  const all = Uint8Array.from(Y.mergeUpdates(updates.length > 0 ? updates : [last]));
  switch (random.below(8)) {
    case 0:
      return { kind: 'bits', frames: [flipped(all, random, 1)] };
    case 1:
      return { kind: 'bytes', frames: [flipped(all, random, 8)] };
    case 2:
      return { kind: 'cut', frames: [all.slice(0, random.below(all.length))] };
    case 3:
      return { kind: 'longer', frames: [Uint8Array.of(...all, ...bytesOf(random, 1 + random.below(8)))] };
    case 4:
      return { kind: 'repeated', frames: [all, all, last, all] };
    case 5:
      return { kind: 'without its beginning', frames: [last] };
    case 6:
      return { kind: 'twice, unlike', frames: [all, flipped(all, random, 1)] };
    default:
      return { kind: 'other head', frames: [withOtherHead(all, random)] };
  }
}

/** Letters said to stand between any two that there are: of one word, of two lists, of one and the same. */
function misplaced(known: Y.Doc, random: Random): Uint8Array {
  const structs = [...known.store.clients.values()].flat();
  if (structs.length === 0) return Uint8Array.of(0, 0);
  const encoder = encoding.createEncoder();
  for (const value of [1, 1, 1 + random.below(2 ** 31), 0]) encoding.writeVarUint(encoder, value);
  const stringBetweenTwo = 0xc4;
  encoding.writeUint8(encoder, stringBetweenTwo);
  const first = random.pick(structs);
  const second = random.pick([first, random.pick(structs)]);
  for (const { id, length } of [first, second]) {
    encoding.writeVarUint(encoder, id.client);
    encoding.writeVarUint(encoder, id.clock + random.below(length));
  }
  encoding.writeVarString(encoder, random.pick(['x', 'yz']));
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

export function bytesOf(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => random.below(256));
}

function flipped(update: Uint8Array, random: Random, most: number): Uint8Array {
  const copy = Uint8Array.from(update);
  for (let i = 0; i <= random.below(most); i++) {
    const at = random.below(copy.length);
    copy[at] = (copy[at] as number) ^ (1 << random.below(8));
  }
  return copy;
}

/** Number of clients, number of structs, client and clock come first: one of them becomes another. */
function withOtherHead(update: Uint8Array, random: Random): Uint8Array {
  const decoder = decoding.createDecoder(update);
  const head = Array.from({ length: 4 }, () =>
    decoding.hasContent(decoder) ? decoding.readVarUint(decoder) : 0,
  );
  const field = random.below(4);
  const shift = random.pick([-1, 1, 2, 100, 2 ** 31, 2 ** 52]);
  head[field] = Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, (head[field] as number) + shift));
  const encoder = encoding.createEncoder();
  for (const value of head) encoding.writeVarUint(encoder, value);
  encoding.writeUint8Array(encoder, update.subarray(decoder.pos));
  return encoding.toUint8Array(encoder);
}
