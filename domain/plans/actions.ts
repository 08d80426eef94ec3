import * as Y from 'yjs';
import type { ActionId, ObjectiveId } from '../ids';
import { type Entry, ensureMap, mapAt, orderedEntries, planRoots, setIfChanged, textAt } from './document';
import { placeAfter, setSharedText } from './objectives';
import { makeRoom } from './order';
import { readAction, readActions, readObjectives } from './read';
import type { InstitutionRef } from './types';

export interface NewAction {
  /** UUIDv7. */
  id: ActionId;
  objectiveId?: ObjectiveId | null;
  title?: string;
  description?: string;
  block?: string;
  start?: string;
  end?: string;
  lead?: InstitutionRef;
  /** The action that it follows, first (null), or last (left out). */
  afterId?: ActionId | null;
}

const lineKeys = ['supporters', 'costs', 'funding', 'indicators'] as const;

// A change to an action that someone else has removed meanwhile does nothing. Callers group changes, and say whose
// they are, by wrapping them in `doc.transact(…, origin)`.

export function addAction(doc: Y.Doc, { id, afterId, ...fields }: NewAction): void {
  doc.transact(() => {
    const { actions } = planRoots(doc);
    const order = makeRoom(...placeAfter(orderedEntries(actions), afterId));
    const entry = new Y.Map<unknown>();
    entry.set('objectiveId', fields.objectiveId ?? null);
    entry.set('order', order);
    entry.set('title', new Y.Text(fields.title ?? ''));
    entry.set('description', new Y.Text(fields.description ?? ''));
    entry.set('leadInstitutionId', fields.lead?.institutionId ?? null);
    entry.set('leadText', fields.lead?.text ?? '');
    entry.set('block', fields.block ?? '');
    entry.set('start', fields.start ?? '');
    entry.set('end', fields.end ?? '');
    for (const key of [...lineKeys, 'themes', 'extra']) entry.set(key, new Y.Map());
    actions.set(id, entry);
  });
}

/** Title or description: merges with what others type in it at the same time. */
export function setActionText(doc: Y.Doc, id: ActionId, field: 'title' | 'description', text: string): void {
  changeAction(doc, id, (entry) => setSharedText(entry, field, text));
}

export type ActionField = 'block' | 'start' | 'end';

/** A plain field: of two changes at once, one wins. */
export function setActionField(doc: Y.Doc, id: ActionId, field: ActionField, value: string): void {
  changeAction(doc, id, (entry) => setIfChanged(entry, field, value));
}

export function setActionObjective(doc: Y.Doc, id: ActionId, objectiveId: ObjectiveId | null): void {
  changeAction(doc, id, (entry) => setIfChanged(entry, 'objectiveId', objectiveId));
}

export function setLead(doc: Y.Doc, id: ActionId, { institutionId, text }: InstitutionRef): void {
  changeAction(doc, id, (entry) => {
    setIfChanged(entry, 'leadInstitutionId', institutionId);
    setIfChanged(entry, 'leadText', text);
  });
}

export function setTheme(doc: Y.Doc, id: ActionId, theme: string, isOn: boolean): void {
  changeAction(doc, id, (entry) => {
    const themes = ensureMap(entry, 'themes');
    if (isOn) setIfChanged(themes, theme, true);
    else themes.delete(theme);
  });
}

export function setExtra(doc: Y.Doc, id: ActionId, header: string, text: string): void {
  changeAction(doc, id, (entry) => setIfChanged(ensureMap(entry, 'extra'), header, text));
}

/** Moves an action after another one, or first (`afterId: null`), and where asked under another objective. */
export function moveAction(
  doc: Y.Doc,
  id: ActionId,
  { afterId, objectiveId }: { afterId?: ActionId | null; objectiveId?: ObjectiveId | null },
): void {
  changeAction(doc, id, (entry) => {
    const others = orderedEntries(planRoots(doc).actions).filter((other) => other.id !== id);
    setIfChanged(entry, 'order', makeRoom(...placeAfter(others, afterId)));
    if (objectiveId !== undefined) setIfChanged(entry, 'objectiveId', objectiveId);
  });
}

/** Copies an action with all its lines to the place after it. Line ids are made by `newId`, as every id is. */
export function duplicateAction(
  doc: Y.Doc,
  id: ActionId,
  { copyId, newId }: { copyId: ActionId; newId: () => string },
): void {
  changeAction(doc, id, (entry) => {
    addAction(doc, { id: copyId, afterId: id });
    const copy = mapAt(planRoots(doc).actions, copyId);
    if (!copy) return;
    for (const field of ['objectiveId', 'leadInstitutionId', 'leadText', 'block', 'start', 'end']) {
      const value = entry.get(field);
      setIfChanged(copy, field, typeof value === 'string' ? value : null);
    }
    for (const field of ['title', 'description']) setSharedText(copy, field, textAt(entry, field));
    const { themes, extra } = readAction(entry, id);
    for (const theme of themes) setTheme(doc, copyId, theme, true);
    for (const [header, text] of Object.entries(extra)) setExtra(doc, copyId, header, text);
    for (const key of lineKeys) {
      for (const line of orderedEntries(mapAt(entry, key)))
        ensureMap(copy, key).set(newId(), line.entry.clone());
    }
  });
}

export function removeAction(doc: Y.Doc, id: ActionId): void {
  doc.transact(() => planRoots(doc).actions.delete(id));
}

/** The ids of all actions in reading order. */
export function actionIdsInOrder(doc: Y.Doc): ActionId[] {
  return readActions(doc, readObjectives(doc)).map(({ id }) => id);
}

export function changeAction(doc: Y.Doc, id: ActionId, change: (entry: Entry) => void): void {
  doc.transact(() => {
    const entry = mapAt(planRoots(doc).actions, id);
    if (entry) change(entry);
  });
}
