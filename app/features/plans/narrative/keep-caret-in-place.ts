import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/** Where the caret stands on the screen while one is writing, else null. */
function caretTop(view: EditorView): number | null {
  if (view.isDestroyed || !view.hasFocus()) return null;
  const { top } = view.coordsAtPos(view.state.selection.head);
  return top >= 0 && top <= window.innerHeight ? top : null;
}

function isOthersEdit(view: EditorView): boolean {
  const sync = ySyncPluginKey.getState(view.state);
  return sync?.isChangeOrigin === true && sync.isUndoRedoOperation !== true;
}

/**
 * Holds the line that one is writing at its place on the screen while others add and remove text above it. The
 * browser's own scroll anchoring holds the top of the window instead, and the binding scrolls to the caret; both
 * would move the line.
 */
export const KeepCaretInPlace = Extension.create<{ doc: Y.Doc | null }>({
  name: 'keepCaretInPlace',
  addOptions: () => ({ doc: null }),
  addProseMirrorPlugins() {
    const { doc } = this.options;
    if (!doc) return [];
    return [
      new Plugin({
        key: new PluginKey('keepCaretInPlace'),
        props: { handleScrollToSelection: isOthersEdit },
        view: (view) => {
          let topBefore: number | null = null;
          const measure = () => {
            topBefore = caretTop(view);
          };
          doc.on('beforeAllTransactions', measure);
          return {
            update: () => {
              if (topBefore === null || !isOthersEdit(view)) return;
              const top = view.coordsAtPos(view.state.selection.head).top;
              if (Math.abs(top - topBefore) >= 1)
                window.scrollBy({ top: top - topBefore, behavior: 'instant' });
              topBefore = null;
            },
            destroy: () => doc.off('beforeAllTransactions', measure),
          };
        },
      }),
    ];
  },
});
