import { type Editor, EditorContent } from '@tiptap/react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { Disclosure } from '#app/ui';
import type { Language } from '#domain/languages';
import { LinkDialog } from './link-dialog';
import { NarrativeSkeleton } from './narrative-skeleton';
import { OutlineList } from './outline-list';
import { ShortcutsDialog } from './shortcuts-dialog';
import { TextLength } from './text-length';
import { Toolbar } from './toolbar';
import { useTextEditor } from './use-text-editor';

export interface TextEditorProps {
  fragment: Y.XmlFragment;
  awareness: Awareness;
  isEditable: boolean;
  language: Language;
  label?: string;
  placeholder?: string;
  hasOutline?: boolean;
  onUnknownParts: () => void;
}

type OpenDialog = 'link' | 'shortcuts' | null;

/** The text with its tools and its outline. */
export function TextEditor(props: TextEditorProps) {
  const { fragment, awareness, isEditable, language, hasOutline = true, onUnknownParts } = props;
  const { t } = useTranslation('narrative');
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const frameRef = useRef<HTMLDivElement>(null);
  const editor = useTextEditor({
    fragment,
    awareness,
    isEditable,
    language,
    label: props.label ?? t('label'),
    placeholder: props.placeholder ?? t('placeholder'),
    onUnknownParts,
  });
  if (!editor || editor.isDestroyed) return <NarrativeSkeleton />;

  const onKeyDown = (event: KeyboardEvent) => {
    const request = isEditable ? requestOf(event) : null;
    if (!request) return;
    event.preventDefault();
    event.stopPropagation();
    if (request === 'toolbar') {
      frameRef.current?.querySelector<HTMLElement>('[role=toolbar] button[tabindex="0"]')?.focus();
    } else setDialog(request);
  };
  return (
    <div className="narrative" ref={frameRef}>
      <div className="narrative-main">
        {isEditable && (
          <Toolbar
            editor={editor}
            onEditLink={() => setDialog('link')}
            onShowShortcuts={() => setDialog('shortcuts')}
          />
        )}
        {hasOutline && (
          <div className="narrative-outline-inline">
            <Disclosure title={t('outline.title')}>
              <OutlineList editor={editor} />
            </Disclosure>
          </div>
        )}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard, ArrowDown leaves a last table. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the text inside is what one uses. */}
        <div
          className="narrative-paper"
          onKeyDownCapture={onKeyDown}
          onClick={({ target }) => isEditable && target === editor.view.dom && writeBelow(editor)}
        >
          <EditorContent editor={editor} />
        </div>
        <TextLength editor={editor} language={language} />
      </div>
      {hasOutline && (
        <nav className="narrative-outline" aria-label={t('outline.title')}>
          <h2>{t('outline.title')}</h2>
          <OutlineList editor={editor} />
        </nav>
      )}
      <LinkDialog editor={editor} isOpen={dialog === 'link'} onClose={() => setDialog(null)} />
      <ShortcutsDialog isOpen={dialog === 'shortcuts'} onClose={() => setDialog(null)} />
    </div>
  );
}

/** A click below a last table begins a paragraph there, since there is no other place for the caret. */
function writeBelow(editor: Editor): void {
  const { doc } = editor.state;
  if (doc.lastChild?.type.name !== 'table') return;
  editor.chain().insertContentAt(doc.content.size, { type: 'paragraph' }).focus('end').run();
}

/** Keys that the text gives to what is around it. */
function requestOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: KeyboardEvent): 'link' | 'shortcuts' | 'toolbar' | null {
  const isMod = (ctrlKey || metaKey) && !altKey;
  if (isMod && !shiftKey && key.toLowerCase() === 'k') return 'link';
  if (isMod && key === '/') return 'shortcuts';
  return altKey && key === 'F10' ? 'toolbar' : null;
}
