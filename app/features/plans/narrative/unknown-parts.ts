import * as Y from 'yjs';

/** What a schema knows, by name. */
interface KnownNames {
  nodes: Record<string, unknown>;
  marks: Record<string, unknown>;
}

/**
 * The names in a text that a schema does not know. The editor's binding deletes such parts for everyone, so a page
 * that finds any must not bind to the shared document.
 */
export function unknownParts(fragment: Y.XmlFragment, known: KnownNames): string[] {
  const unknown = new Set<string>();
  collect(fragment, known, unknown);
  return [...unknown];
}

function collect(parent: Y.XmlFragment, known: KnownNames, unknown: Set<string>): void {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) collectMarks(child, known, unknown);
    else if (child instanceof Y.XmlElement) {
      if (!Object.hasOwn(known.nodes, child.nodeName)) unknown.add(child.nodeName);
      collect(child, known, unknown);
    } else unknown.add('hook');
  }
}

function collectMarks(text: Y.XmlText, known: KnownNames, unknown: Set<string>): void {
  const runs = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  for (const { insert, attributes } of runs) {
    if (typeof insert !== 'string') unknown.add('embed');
    for (const name of Object.keys(attributes ?? {})) {
      if (!Object.hasOwn(known.marks, name)) unknown.add(name);
    }
  }
}

/**
 * Calls `onUnknown` before the editor's binding sees a change of others that brings a part which this page does not
 * know. Returns how to stop watching.
 */
export function watchForUnknownParts({
  fragment,
  known,
  onUnknown,
}: {
  fragment: Y.XmlFragment;
  known: KnownNames;
  onUnknown: () => void;
}): () => void {
  const { doc } = fragment;
  if (!doc) throw new Error('A text outside of a document cannot be watched.');
  const check = (transaction: Y.Transaction) => {
    if (transaction.local || !touches(transaction, fragment)) return;
    if (unknownParts(fragment, known).length > 0) onUnknown();
  };
  doc.on('beforeObserverCalls', check);
  return () => doc.off('beforeObserverCalls', check);
}

function touches(transaction: Y.Transaction, fragment: Y.XmlFragment): boolean {
  return [...transaction.changed.keys()].some(
    (type: { parent: unknown }) => type === fragment || isInside(type, fragment),
  );
}

function isInside(type: { parent: unknown }, fragment: Y.XmlFragment): boolean {
  for (let at = type.parent; at; at = (at as { parent: unknown }).parent) {
    if (at === fragment) return true;
  }
  return false;
}
