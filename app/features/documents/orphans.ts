import type { Doc } from 'yjs';

/**
 * Takes out of a document the edits that stand on others which it has not got; says whether there were any. They are
 * not shown, and the server refuses them. Only for a document that nothing more will come to.
 */
export function dropOrphans({ store }: Doc): boolean {
  if (!store.pendingStructs) return false;
  store.pendingStructs = null;
  store.pendingDs = null;
  return true;
}
