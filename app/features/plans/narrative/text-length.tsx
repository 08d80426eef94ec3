import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import type { Language } from '#domain/languages';
import { countWords } from './word-count';

const settleMs = 400;

/** How long the text is, in words; counted when the typing pauses. */
export function TextLength({ editor, language }: { editor: Editor; language: Language }) {
  const { t } = useTranslation('narrative');
  const { number } = useFormat();
  const [words, setWords] = useState(() => wordsIn(editor, language));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const recount = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setWords(wordsIn(editor, language)), settleMs);
    };
    editor.on('update', recount);
    recount();
    return () => {
      clearTimeout(timer);
      editor.off('update', recount);
    };
  }, [editor, language]);
  return <p className="text-length">{t('words', { count: words, words: number(words) })}</p>;
}

function wordsIn({ state: { doc } }: Editor, language: Language): number {
  return countWords(doc.textBetween(0, doc.content.size, '\n', ' '), language);
}
