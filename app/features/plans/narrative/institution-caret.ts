import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { type CaretIdentity, caretIdentity } from './caret-identity';

/**
 * Others' carets and selections, in the hue of their institution's kind and named for it ("Planning · MSANP").
 * The identity is the one the server has stamped on the connection; this only tells where one's own caret stands.
 */
export const InstitutionCaret = Extension.create<{ awareness: Awareness | null }>({
  name: 'institutionCaret',
  // After the binding to the shared text (1000), which it needs.
  priority: 999,
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options;
    if (!awareness) return [];
    const identityOf = (clientId: number) => caretIdentity(awareness.getStates().get(clientId));
    return [
      yCursorPlugin(awareness, {
        awarenessStateFilter: (_own: number, clientId: number) => clientId !== awareness.clientID,
        cursorBuilder: (_user: unknown, clientId: number) => caretElement(clientId, identityOf(clientId)),
        selectionBuilder: (_user: unknown, clientId: number) => ({
          class: 'others-selection',
          'data-kind': identityOf(clientId).kind,
        }),
      }),
      showLabelsOnMove(awareness),
    ];
  },
});

function caretElement(clientId: number, { kind, label }: CaretIdentity): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'others-caret';
  caret.dataset.kind = kind;
  caret.dataset.client = String(clientId);
  caret.setAttribute('aria-hidden', 'true');
  const name = document.createElement('span');
  name.className = 'others-caret-label';
  name.textContent = label;
  // Word joiners keep the caret from being a place where the line may break.
  caret.append('\u2060', name, '\u2060');
  return caret;
}

/** A label fades after some seconds; it comes back when its caret moves. */
function showLabelsOnMove(awareness: Awareness): Plugin {
  return new Plugin({
    key: new PluginKey('institutionCaretLabels'),
    view: (view) => {
      const onChange = ({ updated }: { updated: number[] }) => {
        for (const clientId of updated) {
          const label = view.dom.querySelector(`[data-client="${clientId}"] .others-caret-label`);
          for (const animation of label?.getAnimations() ?? []) {
            animation.cancel();
            animation.play();
          }
        }
      };
      awareness.on('change', onChange);
      return { destroy: () => awareness.off('change', onChange) };
    },
  });
}
