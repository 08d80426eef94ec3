import type { Editor } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { goToHeading, useOutline } from './use-outline';

/** The headings of the text; each leads to its place. */
export function OutlineList({ editor }: { editor: Editor }) {
  const { t } = useTranslation('narrative');
  const { entries, current } = useOutline(editor);
  if (entries.length === 0) return <p className="text-sm text-muted">{t('outline.empty')}</p>;
  return (
    <ol className="outline-list">
      {entries.map((entry, index) => (
        <li key={entry.position} data-level={entry.level}>
          <button
            type="button"
            aria-current={index === current ? 'location' : undefined}
            onClick={() => goToHeading(editor, entry)}
          >
            {entry.text}
          </button>
        </li>
      ))}
    </ol>
  );
}
