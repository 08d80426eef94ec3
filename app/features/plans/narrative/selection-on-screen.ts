import { type Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * The selection as the browser shows it. The editor hears of a moved caret only a moment later; until then its own
 * state has the old place. Gives the state's selection itself where both agree.
 */
export function selectionOnScreen(view: EditorView): Selection {
  const { selection, doc } = view.state;
  const shown = view.dom.ownerDocument.getSelection();
  if (!(selection instanceof TextSelection) || view.composing || !view.hasFocus()) return selection;
  if (!shown?.anchorNode || !shown.focusNode) return selection;
  if (!view.dom.contains(shown.anchorNode) || !view.dom.contains(shown.focusNode)) return selection;
  const anchor = view.posAtDOM(shown.anchorNode, shown.anchorOffset, 1);
  const head = view.posAtDOM(shown.focusNode, shown.focusOffset, 1);
  const moved = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
  return moved.eq(selection) ? selection : moved;
}
