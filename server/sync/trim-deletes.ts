import * as encoding from 'lib0/encoding';
import { type Doc, findIndexSS, getState } from 'yjs';
import type { ReadUpdate } from './update-reader';

type Range = ReadUpdate['deletes'][number];

/**
 * The update without the deletions that the document already has. Whoever reconnects sends every deletion ever made;
 * logging them all again each time would make the log explode. Null when the update brings nothing at all.
 */
export function trimDeletes(
  { bytes, read, addsStructs }: { bytes: Uint8Array; read: ReadUpdate; addsStructs: boolean },
  doc: Doc,
): Uint8Array | null {
  const fresh = read.deletes.filter((range) => !isDeleted(range, doc));
  if (fresh.length === 0 && !addsStructs) return null;
  if (fresh.length === read.deletes.length) return bytes;
  const encoder = encoding.createEncoder();
  if (addsStructs) encoding.writeUint8Array(encoder, bytes.subarray(0, read.structsEnd));
  else encoding.writeVarUint(encoder, 0);
  writeDeletes(encoder, fresh);
  return encoding.toUint8Array(encoder);
}

function isDeleted({ client, clock, length }: Range, doc: Doc): boolean {
  const end = clock + length;
  if (end > getState(doc.store, client)) return false;
  const structs = doc.store.clients.get(client) ?? [];
  for (let i = findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= end) return true;
    if (!struct.deleted) return false;
  }
  return true;
}

function writeDeletes(encoder: encoding.Encoder, ranges: Range[]): void {
  const byClient = new Map<number, Range[]>();
  for (const range of ranges) byClient.set(range.client, [...(byClient.get(range.client) ?? []), range]);
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, own.length);
    for (const { clock, length } of own) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
}
