import type { Editor } from '@tiptap/react';

/** What can be done with a table, in the order of the menu. Names are `table.<id>` in the catalogue. */
export const tableCommands = [
  { id: 'addRowBefore', run: (editor) => editor.chain().focus().addRowBefore().run() },
  { id: 'addRowAfter', run: (editor) => editor.chain().focus().addRowAfter().run() },
  { id: 'addColumnBefore', run: (editor) => editor.chain().focus().addColumnBefore().run() },
  { id: 'addColumnAfter', run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { id: 'toggleHeaderRow', run: (editor) => editor.chain().focus().toggleHeaderRow().run() },
  { id: 'deleteRow', run: (editor) => editor.chain().focus().deleteRow().run() },
  { id: 'deleteColumn', run: (editor) => editor.chain().focus().deleteColumn().run() },
  { id: 'deleteTable', run: (editor) => editor.chain().focus().deleteTable().run() },
] as const satisfies readonly { id: string; run: (editor: Editor) => void }[];

export function insertTable(editor: Editor): void {
  editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
}
