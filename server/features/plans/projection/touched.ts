import * as Y from 'yjs';
import type { ActionId } from '#domain/ids';
import { planRoots } from '#domain/plans';

/** What some updates changed in a plan. */
export interface Touched {
  actions: Set<ActionId>;
  hasObjectives: boolean;
  hasNarrative: boolean;
}

export function nothingTouched(): Touched {
  return { actions: new Set(), hasObjectives: false, hasNarrative: false };
}

/**
 * Finds what an update of the log changed, by looking up each of its parts in the live document, which has applied
 * it, and walking up to the root type that holds it. The document is only read. What was inside something deleted
 * since is found through the deletion, which stays in the document.
 */
export function collectTouched(doc: Y.Doc, update: Uint8Array, touched: Touched): void {
  const { structs, ds } = Y.decodeUpdate(update);
  for (const { id, length } of structs) collectRange(doc, id.client, { clock: id.clock, length }, touched);
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) collectRange(doc, client, { clock, length: len }, touched);
  }
}

function collectRange(
  doc: Y.Doc,
  client: number,
  { clock, length }: { clock: number; length: number },
  touched: Touched,
): void {
  const structs = doc.store.clients.get(client);
  if (!structs || Y.getState(doc.store, client) <= clock) return;
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= clock + length) return;
    if (struct instanceof Y.Item) collectItem(doc, struct, touched);
  }
}

function collectItem(doc: Y.Doc, item: Y.Item, touched: Touched): void {
  const roots = planRoots(doc);
  let below: Y.Item = item;
  for (let parent = item.parent; parent instanceof Y.AbstractType; parent = below.parent) {
    if (parent._item === null) {
      if (parent === roots.actions && below.parentSub !== null)
        touched.actions.add(below.parentSub as ActionId);
      if (parent === roots.objectives) touched.hasObjectives = true;
      if (parent === roots.narrative) touched.hasNarrative = true;
      return;
    }
    below = parent._item;
  }
}
