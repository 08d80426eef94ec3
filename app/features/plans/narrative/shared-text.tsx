import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentGate, useDocument, useSaveState } from '#app/features/documents';
import { Button, Notice } from '#app/ui';
import type { Language } from '#domain/languages';
import { LoadBoundary } from './load-boundary';
import { NarrativeSkeleton } from './narrative-skeleton';
import { useIsOnline } from './use-is-online';

const loadNarrative = () => import('./narrative');
const Narrative = lazy(loadNarrative);

export interface SharedTextProps {
  canWrite: boolean;
  /** The language of the text. */
  language: Language;
  /** What the text is and what to write in it, where it is not that of a plan. */
  label?: string;
  placeholder?: string;
  /** Short texts have no outline. */
  hasOutline?: boolean;
}

/** The text of the document around it; its editor is fetched beside the page and shown once the document is there. */
export function SharedText(props: SharedTextProps) {
  useEffect(() => {
    // Ahead of its use; whether it failed is seen when it is shown.
    loadNarrative().catch(() => undefined);
  }, []);
  return (
    <LoadBoundary fallback={<LoadFailed />}>
      <DocumentGate fallback={<NotYet />}>
        <Suspense fallback={<NarrativeSkeleton />}>
          <DocumentText {...props} />
        </Suspense>
      </DocumentGate>
    </LoadBoundary>
  );
}

function DocumentText(props: SharedTextProps) {
  const { doc, awareness } = useDocument();
  return <Narrative key={doc.guid} doc={doc} awareness={awareness} {...props} />;
}

/** Before the text has come: a sketch of it, or the reason why it will not. */
function NotYet() {
  const { t } = useTranslation('narrative');
  const isOnline = useIsOnline();
  const { state } = useSaveState();
  if (state === 'refused') return null;
  if (isOnline) return <NarrativeSkeleton />;
  return (
    <Notice tone="warning" title={t('notKept.title')} role="status">
      <p>{t('notKept.body')}</p>
    </Notice>
  );
}

function LoadFailed() {
  const { t } = useTranslation('narrative');
  return (
    <Notice tone="critical" title={t('loadFailed.title')} role="alert">
      <p>{t('loadFailed.body')}</p>
      <Button className="mt-2" onClick={() => window.location.reload()}>
        {t('loadFailed.reload')}
      </Button>
    </Notice>
  );
}
