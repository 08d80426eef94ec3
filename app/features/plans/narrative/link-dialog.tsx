import { type Editor, getMarkRange } from '@tiptap/react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, TextField } from '#app/ui';
import { linkAddress } from './link-address';

export interface LinkDialogProps {
  editor: Editor;
  isOpen: boolean;
  onClose: () => void;
}

/** Asks for a link's address, and for its words where none are selected. */
export function LinkDialog({ editor, isOpen, onClose }: LinkDialogProps) {
  const { t } = useTranslation('narrative');
  const formId = useId();
  const [isRefused, setIsRefused] = useState(false);
  const linked = isOpen ? (editor.getAttributes('link').href as string | undefined) : undefined;
  const needsWords = isOpen && !linked && editor.state.selection.empty;

  const close = () => {
    setIsRefused(false);
    onClose();
    editor.commands.focus();
  };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const href = linkAddress(String(typed.get('address')));
    if (!href) return setIsRefused(true);
    applyLink(editor, { href, words: String(typed.get('words') ?? '').trim() });
    close();
  };
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetLink().run();
    close();
  };

  const footer = (
    <>
      {linked && (
        <Button variant="quiet" className="me-auto" onClick={remove}>
          {t('link.remove')}
        </Button>
      )}
      <Button onClick={close}>{t('link.cancel')}</Button>
      <Button type="submit" variant="primary" form={formId}>
        {t('link.save')}
      </Button>
    </>
  );
  return (
    <Dialog title={linked ? t('link.edit') : t('link.add')} isOpen={isOpen} onClose={close} footer={footer}>
      <form id={formId} className="form" onSubmit={save} noValidate>
        <TextField
          label={t('link.address')}
          name="address"
          inputMode="url"
          defaultValue={linked ?? ''}
          error={isRefused ? t('link.refused') : null}
          placeholder="https://"
          autoComplete="off"
          dir="ltr"
        />
        {needsWords && <TextField label={t('link.words')} name="words" hint={t('link.wordsHint')} />}
      </form>
    </Dialog>
  );
}

function applyLink(editor: Editor, { href, words }: { href: string; words: string }): void {
  const { selection, schema } = editor.state;
  const linkType = schema.marks.link;
  const isInLink = linkType !== undefined && getMarkRange(selection.$from, linkType) !== undefined;
  if (isInLink) editor.chain().extendMarkRange('link').setLink({ href }).run();
  else if (!selection.empty) editor.chain().setLink({ href }).run();
  else {
    const text = words || href.replace(/^(https?:\/\/|mailto:|tel:)/, '');
    editor
      .chain()
      .insertContent([
        { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] },
        { type: 'text', text: ' ' },
      ])
      .run();
  }
}
