import { type Extensions, getSchema } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { linkAddress } from './link-address';

/**
 * The nodes and marks of a plan's text: this is what `schema: 1` in the document's `meta` means. A node or mark is
 * only ever added together with a higher schema number, so that an older page is refused before it syncs.
 */
export const textSchema: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      isAllowedUri: (address) => linkAddress(address) === address,
      HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' },
    },
    code: false,
    codeBlock: false,
    // The shared document has its own undo, of one's own edits only.
    undoRedo: false,
    // It would write a paragraph into the plan of everyone who merely opens it.
    trailingNode: false,
  }),
  TableKit.configure({ table: { resizable: false, renderWrapper: true, View: null } }),
];

/** The compiled schema, for looking at a document without an editor. */
export function compileTextSchema() {
  return getSchema(textSchema);
}
