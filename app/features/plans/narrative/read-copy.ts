import * as Y from 'yjs';

/**
 * A copy of a document that follows it and never writes back. The editor's binding may mend what it is bound to even
 * while nobody types; someone who only reads is bound to a copy, so that reading leaves no trace in the plan.
 */
export function followDocument(source: Y.Doc): { copy: Y.Doc; stop: () => void } {
  const copy = new Y.Doc();
  const follow = (update: Uint8Array) => Y.applyUpdate(copy, update, source);
  source.on('update', follow);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(source), source);
  return {
    copy,
    stop() {
      source.off('update', follow);
      copy.destroy();
    },
  };
}
