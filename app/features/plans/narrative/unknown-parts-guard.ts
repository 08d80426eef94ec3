import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { watchForUnknownParts } from './unknown-parts';

/**
 * Ends the editor at once when others bring in a part that this page does not know, before its binding can delete
 * that part for everyone.
 */
export const UnknownPartsGuard = Extension.create<{ fragment: Y.XmlFragment | null; onUnknown: () => void }>({
  name: 'unknownPartsGuard',
  addOptions: () => ({ fragment: null, onUnknown: () => undefined }),
  addProseMirrorPlugins() {
    const { fragment, onUnknown } = this.options;
    const { editor } = this;
    if (!fragment) return [];
    return [
      new Plugin({
        key: new PluginKey('unknownPartsGuard'),
        view: () => ({
          destroy: watchForUnknownParts({
            fragment,
            known: editor.schema,
            onUnknown: () => {
              editor.destroy();
              onUnknown();
            },
          }),
        }),
      }),
    ];
  },
});
