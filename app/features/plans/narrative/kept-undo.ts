import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** What one can take back; it outlives the editor, which ends when one looks at another part of the plan. */
class KeptUndo extends Y.UndoManager {
  /** The editor calls this at its end; only what it had put on it goes. The document's end frees the rest. */
  override destroy(): void {
    this.stopCapturing();
    this._observers.clear();
  }
}

const kept = new WeakMap<Y.XmlFragment, KeptUndo>();

/** The undo history of a shared text, the same one for as long as its document is open. */
export function keptUndoOf(fragment: Y.XmlFragment): Y.UndoManager {
  const known = kept.get(fragment);
  if (known) return known;
  // As the editor's binding would make it.
  const made = new KeptUndo(fragment, {
    trackedOrigins: new Set([ySyncPluginKey]),
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    captureTransaction: ({ meta }) => meta.get('addToHistory') !== false,
  });
  kept.set(fragment, made);
  return made;
}
