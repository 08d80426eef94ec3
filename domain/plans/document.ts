import * as Y from 'yjs';

/** The root types of a plan document. See types.ts for what lies in them. */
export interface PlanRoots {
  meta: Y.Map<unknown>;
  narrative: Y.XmlFragment;
  objectives: Y.Map<unknown>;
  actions: Y.Map<unknown>;
}

export type Entry = Y.Map<unknown>;

export function planRoots(doc: Y.Doc): PlanRoots {
  return {
    meta: doc.getMap('meta'),
    narrative: doc.getXmlFragment('narrative'),
    objectives: doc.getMap('objectives'),
    actions: doc.getMap('actions'),
  };
}

// Another client may be older, newer or hand-made: what is missing or of another type reads as empty.

export function textAt(entry: Entry, key: string): string {
  const value = entry.get(key);
  if (typeof value === 'string') return value;
  if (value instanceof Y.Text) return value.toString();
  return typeof value === 'number' ? String(value) : '';
}

export function idAt<Id extends string>(entry: Entry, key: string): Id | null {
  const value = entry.get(key);
  return typeof value === 'string' && value !== '' ? (value as Id) : null;
}

export function mapAt(entry: Entry, key: string): Entry | null {
  const value = entry.get(key);
  return value instanceof Y.Map ? value : null;
}

/** The map under a key, made where it is missing. */
export function ensureMap(entry: Entry, key: string): Entry {
  const existing = mapAt(entry, key);
  if (existing) return existing;
  const made = new Y.Map<unknown>();
  entry.set(key, made);
  return made;
}

/** The entries of a map that are maps themselves, in order; ties are broken by id. */
export function orderedEntries(map: Entry | null): { id: string; order: string; entry: Entry }[] {
  const found: { id: string; order: string; entry: Entry }[] = [];
  map?.forEach((entry, id) => {
    if (entry instanceof Y.Map) found.push({ id, order: textAt(entry, 'order'), entry });
  });
  return found.sort(byOrder);
}

export function byOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Writes only what differs, so that setting the same value again makes no edit for others. */
export function setIfChanged(entry: Entry, key: string, value: unknown): void {
  if (entry.get(key) !== value) entry.set(key, value);
}
