import * as Y from 'yjs';

/**
 * The part of a client's whole content that can be integrated, where the client itself lacks pieces (its browser lost
 * some). Null when even that can't be had. Costs a copy of the document, so callers must ration it.
 */
export function salvage(doc: Y.Doc, content: Uint8Array): Uint8Array | null {
  const copy = new Y.Doc();
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(copy, content);
    copy.store.pendingStructs = null;
    copy.store.pendingDs = null;
    return Uint8Array.from(Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)));
  } catch {
    return null;
  } finally {
    copy.destroy();
  }
}
