import * as Y from 'yjs';
import type { ObjectiveId } from '../ids';
import { byOrder, type Entry, idAt, orderedEntries, planRoots, setIfChanged, textAt } from './document';
import { makeRoom, type Ordered } from './order';
import { readObjectives } from './read';
import { editText } from './text-edit';
import { withDescendants } from './tree';
import type { ObjectiveLevel } from './types';

export interface NewObjective {
  /** UUIDv7. */
  id: ObjectiveId;
  level: ObjectiveLevel;
  parentId: ObjectiveId | null;
  title?: string;
  /** The sibling that it follows; without it, the last place. */
  afterId?: ObjectiveId | null;
}

export function addObjective(doc: Y.Doc, { id, level, parentId, title = '', afterId }: NewObjective): void {
  doc.transact(() => {
    const { objectives } = planRoots(doc);
    const order = makeRoom(...placeAfter(siblingsOf(objectives, parentId), afterId));
    const entry = new Y.Map<unknown>();
    entry.set('level', level);
    entry.set('parentId', parentId);
    entry.set('order', order);
    entry.set('title', new Y.Text(title));
    objectives.set(id, entry);
  });
}

export function setObjectiveTitle(doc: Y.Doc, id: ObjectiveId, title: string): void {
  const entry = objectiveEntry(doc, id);
  if (!entry) return;
  doc.transact(() => setSharedText(entry, 'title', title));
}

/** Moves an objective with all below it; never below itself. `afterId: null` is the first place. */
export function moveObjective(
  doc: Y.Doc,
  id: ObjectiveId,
  { parentId, afterId }: { parentId: ObjectiveId | null; afterId?: ObjectiveId | null },
): void {
  const entry = objectiveEntry(doc, id);
  if (!entry || (parentId !== null && withDescendants(readObjectives(doc), id).has(parentId))) return;
  doc.transact(() => {
    const siblings = siblingsOf(planRoots(doc).objectives, parentId).filter((other) => other.id !== id);
    setIfChanged(entry, 'order', makeRoom(...placeAfter(siblings, afterId)));
    setIfChanged(entry, 'parentId', parentId);
  });
}

/** Removes an objective; what was below it, objectives and actions, moves up to its parent and is kept. */
export function removeObjective(doc: Y.Doc, id: ObjectiveId): void {
  const entry = objectiveEntry(doc, id);
  if (!entry) return;
  doc.transact(() => {
    const { objectives, actions } = planRoots(doc);
    const parentId = idAt<ObjectiveId>(entry, 'parentId');
    for (const child of orderedEntries(objectives)) {
      if (idAt(child.entry, 'parentId') === id) child.entry.set('parentId', parentId);
    }
    for (const action of orderedEntries(actions)) {
      if (idAt(action.entry, 'objectiveId') === id) action.entry.set('objectiveId', parentId);
    }
    objectives.delete(id);
  });
}

/** Edits a shared text in place, or makes it where a hand-made client left something else. */
export function setSharedText(entry: Entry, key: string, text: string): void {
  const current = entry.get(key);
  if (current instanceof Y.Text) editText(current, text);
  else if (textAt(entry, key) !== text) entry.set(key, new Y.Text(text));
}

/** Where an entry goes: after a neighbour, first (null), or last (undefined, or the neighbour is gone). */
export function placeAfter(sorted: Ordered[], afterId: string | null | undefined): [Ordered[], number] {
  if (afterId === null) return [sorted, 0];
  const index = sorted.findIndex(({ id }) => id === afterId);
  return [sorted, index === -1 ? sorted.length : index + 1];
}

function objectiveEntry(doc: Y.Doc, id: ObjectiveId): Entry | null {
  const entry = planRoots(doc).objectives.get(id);
  return entry instanceof Y.Map ? entry : null;
}

function siblingsOf(objectives: Entry, parentId: ObjectiveId | null): Ordered[] {
  return orderedEntries(objectives)
    .filter(({ entry }) => idAt(entry, 'parentId') === parentId)
    .sort(byOrder);
}
