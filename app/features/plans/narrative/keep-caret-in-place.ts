import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { getRelativeSelection, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { selectionOnScreen } from './selection-on-screen';

/** Where the caret stands on the screen while one is writing, else null. */
function caretTop(view: EditorView): number | null {
  if (view.isDestroyed || !view.hasFocus()) return null;
  const { top } = view.coordsAtPos(selectionOnScreen(view).head);
  return top >= 0 && top <= window.innerHeight ? top : null;
}

function isOthersEdit(view: EditorView): boolean {
  const sync = ySyncPluginKey.getState(view.state);
  return sync?.isChangeOrigin === true && sync.isUndoRedoOperation !== true;
}

/**
 * Holds the line that one is writing at its place on the screen while others add and remove text above it. The
 * browser's own scroll anchoring holds the top of the window instead, and the binding scrolls to the caret; both
 * would move the line. A caret that was moved just before such a change stays where it was put.
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
          // The binding has remembered the editor's selection by then, and puts it back after the change.
          const remember = ({ local }: Y.Transaction) => {
            if (local) return;
            const { binding } = ySyncPluginKey.getState(view.state);
            const selection = selectionOnScreen(view);
            if (selection === view.state.selection) return;
            binding.beforeTransactionSelection = getRelativeSelection(binding, { selection } as EditorState);
          };
          doc.on('beforeAllTransactions', measure);
          doc.on('beforeTransaction', remember);
          return {
            update: () => {
              if (topBefore === null || !isOthersEdit(view)) return;
              const top = view.coordsAtPos(view.state.selection.head).top;
              if (Math.abs(top - topBefore) >= 1)
                window.scrollBy({ top: top - topBefore, behavior: 'instant' });
              topBefore = null;
            },
            destroy: () => {
              doc.off('beforeAllTransactions', measure);
              doc.off('beforeTransaction', remember);
            },
          };
        },
      }),
    ];
  },
});
