import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * Refuses what other extensions would append to a change that came from elsewhere (mending a table, making a link).
 * Everyone who has the page open would append it at once, and it would count as their edit.
 */
export const OwnEditsOnly = Extension.create({
  name: 'ownEditsOnly',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('ownEditsOnly'),
        filterTransaction(transaction, state) {
          // An appended transaction is filtered on the state after its cause, which the view has not shown yet.
          const isAppended = state !== editor.view.state;
          if (!isAppended || !transaction.docChanged) return true;
          return ySyncPluginKey.getState(state)?.isChangeOrigin !== true;
        },
      }),
    ];
  },
});
