import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { Button, Notice } from '#app/ui';
import { planRoots } from '#domain/plans';
import { NarrativeSkeleton } from './narrative-skeleton';
import { followDocument } from './read-copy';
import type { SharedTextProps } from './shared-text';
import { TextEditor, type TextEditorProps } from './text-editor';
import { compileTextSchema } from './text-schema';
import { unknownParts } from './unknown-parts';

export interface NarrativeProps extends SharedTextProps {
  doc: Y.Doc;
  awareness: Awareness;
}

/**
 * The plan's text. Writers are bound to the shared document; readers, and pages older than the text, to a copy that
 * follows it.
 */
export default function Narrative({ doc, canWrite, ...shown }: NarrativeProps) {
  const { t } = useTranslation('narrative');
  const { narrative: fragment } = planRoots(doc);
  // Once true, it stays so until the page is loaded anew.
  const [hasUnknownParts, setHasUnknownParts] = useState(
    () => unknownParts(fragment, compileTextSchema()).length > 0,
  );
  const common = { ...shown, onUnknownParts: () => setHasUnknownParts(true) };
  if (canWrite && !hasUnknownParts) {
    return <TextEditor {...common} key="write" fragment={fragment} isEditable />;
  }
  return (
    <>
      {hasUnknownParts && (
        <Notice tone="warning" title={t('unknown.title')} role="alert">
          <p>{t('unknown.body')}</p>
          <Button className="mt-2" onClick={() => window.location.reload()}>
            {t('unknown.reload')}
          </Button>
        </Notice>
      )}
      <TextReader {...common} doc={doc} />
    </>
  );
}

function TextReader({ doc, ...common }: { doc: Y.Doc } & Omit<TextEditorProps, 'fragment' | 'isEditable'>) {
  const [copy, setCopy] = useState<Y.Doc | null>(null);
  useEffect(() => {
    const following = followDocument(doc);
    setCopy(following.copy);
    return following.stop;
  }, [doc]);
  if (!copy) return <NarrativeSkeleton />;
  return <TextEditor {...common} key={copy.guid} fragment={planRoots(copy).narrative} isEditable={false} />;
}
