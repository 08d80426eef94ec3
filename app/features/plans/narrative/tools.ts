import type { Editor } from '@tiptap/react';
import type { ToolIconName } from './tool-icon';

/** Keys as ARIA and people name them; `Mod` is Control, or Command on a Mac. */
export type Shortcut = readonly string[];

/** One thing that the toolbar does. Its name is `tool.<id>` in the catalogue. */
export interface Tool {
  id: ToolIconName;
  shortcut?: Shortcut;
  /** For tools that are on or off where the caret stands. */
  isOn?: (editor: Editor) => boolean;
  isPossible: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

export const historyTools: readonly Tool[] = [
  {
    id: 'undo',
    shortcut: ['Mod', 'Z'],
    isPossible: (editor) => editor.can().undo(),
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    id: 'redo',
    shortcut: ['Mod', 'Shift', 'Z'],
    isPossible: (editor) => editor.can().redo(),
    run: (editor) => editor.chain().focus().redo().run(),
  },
];

export const markTools: readonly Tool[] = [
  markTool('bold', ['Mod', 'B'], (editor) => editor.chain().focus().toggleBold().run()),
  markTool('italic', ['Mod', 'I'], (editor) => editor.chain().focus().toggleItalic().run()),
  markTool('underline', ['Mod', 'U'], (editor) => editor.chain().focus().toggleUnderline().run()),
  markTool('strike', ['Mod', 'Shift', 'S'], (editor) => editor.chain().focus().toggleStrike().run()),
];

export const blockTools: readonly Tool[] = [
  {
    id: 'bulletList',
    shortcut: ['Mod', 'Shift', '8'],
    isOn: (editor) => editor.isActive('bulletList'),
    isPossible: (editor) => editor.can().toggleBulletList(),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'orderedList',
    shortcut: ['Mod', 'Shift', '7'],
    isOn: (editor) => editor.isActive('orderedList'),
    isPossible: (editor) => editor.can().toggleOrderedList(),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'blockquote',
    shortcut: ['Mod', 'Shift', 'B'],
    isOn: (editor) => editor.isActive('blockquote'),
    isPossible: (editor) => editor.can().toggleBlockquote(),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

/** What a paragraph is: text or a heading of one of three levels. */
export const textStyles = ['paragraph', 'heading2', 'heading3', 'heading4'] as const;
export type TextStyle = (typeof textStyles)[number];

export const textStyleShortcuts: Record<TextStyle, Shortcut> = {
  paragraph: ['Mod', 'Alt', '0'],
  heading2: ['Mod', 'Alt', '2'],
  heading3: ['Mod', 'Alt', '3'],
  heading4: ['Mod', 'Alt', '4'],
};

const headingLevels = { heading2: 2, heading3: 3, heading4: 4 } as const;

export function currentTextStyle(editor: Editor): TextStyle {
  const heading = (['heading2', 'heading3', 'heading4'] as const).find((style) =>
    editor.isActive('heading', { level: headingLevels[style] }),
  );
  return heading ?? 'paragraph';
}

export function setTextStyle(editor: Editor, style: TextStyle): void {
  const chain = editor.chain().focus();
  if (style === 'paragraph') chain.setParagraph().run();
  else chain.setHeading({ level: headingLevels[style] }).run();
}

function markTool(
  id: 'bold' | 'italic' | 'underline' | 'strike',
  shortcut: Shortcut,
  run: Tool['run'],
): Tool {
  return {
    id,
    shortcut,
    isOn: (editor) => editor.isActive(id),
    isPossible: (editor) => editor.can().toggleMark(id),
    run,
  };
}
