import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentGate } from '#app/features/documents';
import { DrawerFrame } from '../drawer/drawer-frame';
import { type DrawerStatements, Statements } from '../drawer/statements';
import { useOpenPlan } from '../plan-layout';
import type { PlanFacts } from './use-plan-model';
import './actions-tab.css';

/** The grid and all that it stands on are fetched only where someone opens the actions. */
const PlanActions = lazy(() => import('./plan-actions'));

/** The actions of a plan. Until the document is there, and without JavaScript, the statements on an opened action. */
export function ActionsTab({ facts, statements }: { facts: PlanFacts; statements: DrawerStatements | null }) {
  const fallback = <ActionsFallback statements={statements} />;
  return (
    <DocumentGate fallback={fallback}>
      <Suspense fallback={fallback}>
        <PlanActions facts={facts} statements={statements} />
      </Suspense>
    </DocumentGate>
  );
}

function ActionsFallback({ statements }: { statements: DrawerStatements | null }) {
  const { t } = useTranslation('actions');
  const { acting } = useOpenPlan();
  return (
    <>
      <div className="actions-loading" role="status">
        <span className="spinner" aria-hidden="true" />
        {t('loading')}
      </div>
      <noscript>{t('needsScript')}</noscript>
      {statements && (
        <DrawerFrame number="" title={statements.title}>
          <Statements
            statements={statements}
            canReport={statements.mayReport && statements.leadInstitutionId === acting.id}
          />
        </DrawerFrame>
      )}
    </>
  );
}
