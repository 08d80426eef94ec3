import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * Puts the caret back where the shared text says it stood after others' changes. The binding would rather go by its
 * old number, and by which block reads alike, when the block has changed: with two people in two lines just begun,
 * the one's caret jumps into the other's line.
 */
export const ExactCaret = Extension.create({
  name: 'exactCaret',
  // After the binding to the shared text (1000), whose state it finds.
  priority: 998,
  addProseMirrorPlugins: () => [exactCaretPlugin()],
});

/** The same as a plugin; it stands after the binding's. */
export function exactCaretPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('exactCaret'),
    state: {
      init: (_config, state) => forgetNumbers(ySyncPluginKey.getState(state).binding),
      apply: () => undefined,
    },
  });
}

interface Remembered {
  absAnchor: number | null;
  absHead: number | null;
}

/** Without the number of the place, the binding has nothing to guess from. */
function forgetNumbers(binding: ProsemirrorBinding): void {
  let remembered: Remembered | null = null;
  Object.defineProperty(binding, 'beforeTransactionSelection', {
    configurable: true,
    get: () => remembered,
    set(selection: Remembered | null) {
      remembered = selection && { ...selection, absAnchor: null, absHead: null };
    },
  });
}
