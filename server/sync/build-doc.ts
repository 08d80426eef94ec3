import * as Y from 'yjs';
import type { StoredDocument, SyncLogger } from './types';

/**
 * Builds the document from its snapshot and log, in one transaction. An update that Yjs throws at (none is known that
 * passes our checks) is left out, and said so, rather than making the whole document unreadable.
 */
export function buildDoc({ snapshot, updates }: StoredDocument, log: SyncLogger): Y.Doc {
  const parts = snapshot ? [snapshot.state, ...updates] : updates;
  const bad = new Set<Uint8Array>();
  for (;;) {
    const doc = new Y.Doc();
    let current: Uint8Array | null = null;
    try {
      doc.transact(() => {
        for (const part of parts) {
          current = part;
          if (!bad.has(part)) Y.applyUpdate(doc, part);
        }
        current = null;
      });
      return doc;
    } catch (error) {
      doc.destroy();
      if (current === null || bad.has(current)) throw error;
      bad.add(current);
      log.error({ err: error, part: parts.indexOf(current) }, 'an update of the log was left out');
    }
  }
}

export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
