import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentGate, useDocument, useSaveState } from '#app/features/documents';
import { Button, Notice } from '#app/ui';
import { useCanWrite, useOpenPlan } from '../plan-layout';
import { LoadBoundary } from './load-boundary';
import { NarrativeSkeleton } from './narrative-skeleton';
import { useIsOnline } from './use-is-online';

const loadNarrative = () => import('./narrative');
const Narrative = lazy(loadNarrative);

/** The text of the plan; its editor is fetched beside the page and shown once the document is there. */
export function NarrativeTab() {
  useEffect(() => {
    // Ahead of its use; whether it failed is seen when it is shown.
    loadNarrative().catch(() => undefined);
  }, []);
  return (
    <LoadBoundary fallback={<LoadFailed />}>
      <DocumentGate fallback={<NotYet />}>
        <Suspense fallback={<NarrativeSkeleton />}>
          <DocumentText />
        </Suspense>
      </DocumentGate>
    </LoadBoundary>
  );
}

function DocumentText() {
  const { language } = useOpenPlan();
  const { doc, awareness } = useDocument();
  const canWrite = useCanWrite();
  return <Narrative key={doc.guid} doc={doc} awareness={awareness} canWrite={canWrite} language={language} />;
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
