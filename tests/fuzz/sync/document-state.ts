import * as Y from 'yjs';

/** What a document shows, written so that the same content gives the same text. */
export function contentOf(doc: Y.Doc): string {
  const shown = [
    () => doc.getText('text').toDelta(),
    () => doc.getMap('map').toJSON(),
    () => doc.getXmlFragment('xml').toString(),
  ].map((read) => {
    try {
      return read();
    } catch (error) {
      // A forged item can be what no reader expects; then all must stumble over it alike.
      return String(error);
    }
  });
  return JSON.stringify(shown, (_key, value) => (isPlain(value) ? inOrder(value) : value));
}

/** Why two documents are not the same; null when they are. */
export function differenceOf(one: Y.Doc, other: Y.Doc): string | null {
  if (one.store.pendingStructs || one.store.pendingDs) return 'something is pending';
  const [a, b] = [Y.snapshot(one), Y.snapshot(other)];
  if (!Y.equalSnapshots(a, b)) {
    return `not the same history: ${lostOf(a, b) ?? 'nothing'} / ${lostOf(b, a) ?? 'nothing'} is missing`;
  }
  const [here, there] = [contentOf(one), contentOf(other)];
  return here === there ? null : `not the same content:\n${here}\n${there}`;
}

/** The first thing that was seen and that `kept` does not hold, of all clients but `except`; null when it has all. */
export function lostOf(seen: Y.Snapshot, kept: Y.Snapshot, except?: number): string | null {
  for (const [client, clock] of seen.sv) {
    const has = kept.sv.get(client) ?? 0;
    if (client !== except && has < clock) return `${client} seen up to ${clock}, kept up to ${has}`;
  }
  // Deletions do not say by whom: one's own, not sent yet, cannot be told from others'.
  if (except !== undefined) return null;
  for (const [client, ranges] of seen.ds.clients) {
    for (const { clock, len } of ranges) {
      for (let at = clock; at < clock + len; at++) {
        if (!Y.isDeleted(kept.ds, Y.createID(client, at))) return `deletion of ${client}:${at}`;
      }
    }
  }
  return null;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function inOrder(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
