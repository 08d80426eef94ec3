import * as Y from 'yjs';
import { mapAt, planRoots } from '#domain/plans/document';

/** What a step of undo put into the document, by client and clock. */
export type Insertions = Y.UndoManager['undoStack'][number]['insertions'];

/**
 * Says of an item of a step whether taking it away would take what others wrote. An entry that a step made (an action,
 * a line of it, an objective) and in which there is more than that step put there is kept whole: an amount means
 * nothing without its year, a word of a title nothing without the others.
 *
 * Call it before the step is taken back. One's own later edits are taken back by then, so what is left is of others.
 */
export function holdsOthers(doc: Y.Doc, insertions: Insertions): (item: Y.Item) => boolean {
  const made = whereTheyAreNow(doc, insertions);
  const isMade = (item: Y.Item) => covers(made, item);
  const referred = referredByOthers(doc, isMade);
  const known = new Map<Y.Item, boolean>();

  function isKept(entry: Y.Item): boolean {
    const before = known.get(entry);
    if (before !== undefined) return before;
    const kept = liveItems(entry).some((inside) => !isMade(inside) || isKept(inside)) || referred.has(entry);
    known.set(entry, kept);
    return kept;
  }
  return (item) => !isMade(item) || withAncestors(item).some((entry) => isMade(entry) && isKept(entry));
}

/** An objective is written in by placing something under it. */
function referredByOthers(doc: Y.Doc, isMade: (item: Y.Item) => boolean): Set<Y.Item> {
  const { actions, objectives } = planRoots(doc);
  const referred = new Set<Y.Item>();
  const look = (root: Y.Map<unknown>, field: string) => {
    for (const id of root.keys()) {
      const reference = mapAt(root, id)?._map.get(field);
      const objective = reference && !isMade(reference) && mapAt(root, id)?.get(field);
      const entry = typeof objective === 'string' ? objectives._map.get(objective) : undefined;
      if (entry) referred.add(entry);
    }
  };
  look(actions, 'objectiveId');
  look(objectives, 'parentId');
  return referred;
}

function liveItems({ content }: Y.Item): Y.Item[] {
  if (!(content instanceof Y.ContentType)) return [];
  const { _map, _start } = content.type as Y.AbstractType<unknown>;
  const items = [..._map.values()];
  for (let item = _start; item !== null; item = item.right) items.push(item);
  return items.filter(({ deleted }) => !deleted);
}

function withAncestors(item: Y.Item): Y.Item[] {
  const line = [item];
  for (let above = parentOf(item); above !== null; above = parentOf(above)) line.push(above);
  return line;
}

function parentOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null;
}

function covers(made: Insertions, { id, length }: Y.Item): boolean {
  const spans = made.clients.get(id.client) ?? [];
  return spans.some(({ clock, len }) => clock <= id.clock && id.clock + length <= clock + len);
}

/** Undoing a removal makes copies, so what a step put there may stand elsewhere by now. */
function whereTheyAreNow(doc: Y.Doc, insertions: Insertions): Insertions {
  const now = Y.createDeleteSet();
  const note = (client: number, clock: number, len: number) => {
    const spans = now.clients.get(client);
    if (spans) spans.push({ clock, len });
    else now.clients.set(client, [{ clock, len }]);
  };
  const follow = (client: number, from: number, until: number) => {
    for (let clock = from; clock < until; ) {
      const item = Y.getItem(doc.store, Y.createID(client, clock));
      const past = Math.min(until, item.id.clock + item.length);
      const copy = item instanceof Y.Item ? item.redone : null;
      const at = copy ? copy.clock + clock - item.id.clock : clock;
      if (copy) follow(copy.client, at, at + past - clock);
      else note(client, clock, past - clock);
      clock = past;
    }
  };
  for (const [client, spans] of insertions.clients)
    for (const { clock, len } of spans) follow(client, clock, clock + len);
  // In order, neighbours as one.
  return Y.mergeDeleteSets([now]);
}
