import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';

interface Trace {
  txns: { patches: [at: number, deleted: number, inserted: string][] }[];
}

export interface Typed {
  clientId: number;
  /** One update a keystroke. */
  updates: Uint8Array[];
  /** The clock of its writer when all has been typed. */
  ticks: number;
  /** What the whole document takes, encoded in one piece. */
  stateBytes: number;
}

/** The keystrokes of a real paper (traces/README.md) as the updates of a real document, the first `limit` of them. */
export function typeTrace(limit = Number.POSITIVE_INFINITY): Typed {
  const { txns } = JSON.parse(
    gunzipSync(readFileSync('bench/traces/automerge-paper.json.gz')).toString(),
  ) as Trace;
  const doc = new Y.Doc();
  const text = doc.getText('narrative');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const [at, deleted, inserted] of txns.slice(0, limit).flatMap(({ patches }) => patches)) {
    if (deleted > 0) text.delete(at, deleted);
    if (inserted.length > 0) text.insert(at, inserted);
  }
  // The last is a mark: who has it has all before it.
  doc.getMap('mark').set('end', true);
  const state = Y.encodeStateAsUpdate(doc);
  const ticks = Y.decodeStateVector(Y.encodeStateVector(doc)).get(doc.clientID) ?? 0;
  return { clientId: doc.clientID, updates, ticks, stateBytes: state.length };
}

/** How far an update goes in the clock of this client; 0 when it has nothing of it. */
export function reaches(update: Uint8Array, clientId: number): number {
  let end = 0;
  for (const { id, length } of Y.decodeUpdate(update.slice()).structs) {
    if (id.client === clientId) end = Math.max(end, id.clock + length);
  }
  return end;
}
