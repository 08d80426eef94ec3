import { Collaboration } from '@tiptap/extension-collaboration';
import { Placeholder } from '@tiptap/extensions';
import { type Editor, useEditor } from '@tiptap/react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { cleanPastedHtml } from './clean-paste';
import { ExactCaret } from './exact-caret';
import { InstitutionCaret } from './institution-caret';
import { KeepCaretInPlace } from './keep-caret-in-place';
import { keptUndoOf } from './kept-undo';
import { OwnEditsOnly } from './own-edits-only';
import { TextRuns } from './text-runs';
import { textSchema } from './text-schema';
import { UnknownPartsGuard } from './unknown-parts-guard';

export interface TextEditorOptions {
  fragment: Y.XmlFragment;
  awareness: Awareness;
  isEditable: boolean;
  /** The accessible name of the text. */
  label: string;
  /** The language of the text, for spelling, hyphens and voices. */
  language: string;
  placeholder: string;
  /** The text has got a part that this page would delete; the editor has ended. */
  onUnknownParts: () => void;
}

/** An editor bound to the shared text. It is made once; a change of rights makes another component. */
export function useTextEditor(options: TextEditorOptions): Editor | null {
  const { fragment, awareness, isEditable, label, language, placeholder, onUnknownParts } = options;
  return useEditor(
    {
      immediatelyRender: false,
      // Its style element has no nonce; plan-text.css has what is needed of it.
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editable: isEditable,
      // Written by the binding alone: nothing is put in before the shared text is there.
      content: null,
      extensions: [
        ...textSchema,
        Collaboration.configure({ fragment, yUndoOptions: { undoManager: keptUndoOf(fragment) } }),
        TextRuns,
        InstitutionCaret.configure({ awareness }),
        KeepCaretInPlace.configure({ doc: fragment.doc }),
        ExactCaret,
        OwnEditsOnly,
        ...(isEditable ? [UnknownPartsGuard.configure({ fragment, onUnknown: onUnknownParts })] : []),
        Placeholder.configure({ placeholder, showOnlyWhenEditable: true }),
      ],
      editorProps: {
        attributes: {
          class: 'plan-text',
          lang: language,
          'aria-label': label,
          ...(isEditable
            ? { role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true' }
            : { role: 'document' }),
        },
        transformPastedHTML: cleanPastedHtml,
        // Room for the bars above and below, so that the caret is never behind them.
        scrollThreshold: { top: 160, bottom: 96, left: 0, right: 0 },
        scrollMargin: { top: 168, bottom: 104, left: 0, right: 0 },
      },
    },
    [fragment],
  );
}
