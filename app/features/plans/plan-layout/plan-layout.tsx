import { Outlet, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DocumentProvider } from '#app/features/documents';
import { useOfflineCopy } from '#app/features/offline';
import { Notice } from '#app/ui';
import { LostNotice } from './lost-notice';
import type { OpenPlan } from './plan-context';
import { PlanHeader } from './plan-header';
import { RefusedNotice } from './refused-notice';

/** They show what the database holds, and need none of the editor. */
const partsWithoutDocument = new Set(['import', 'settings']);

/** A plan's frame: one connection to its document for all of its tabs. */
export function PlanLayout({ plan }: { plan: OpenPlan }) {
  const { documentId, epoch, person, acting, rights } = plan;
  const { t } = useTranslation('openPlan');
  useOfflineCopy({ title: plan.title, accountId: plan.person.accountId });
  const { pathname } = useLocation();
  const part = pathname.slice(plan.address.length).split('/')[1] ?? '';
  return (
    <DocumentProvider
      documentId={documentId}
      epoch={epoch}
      accountId={person.accountId}
      canWrite={rights.canEdit}
      isNeeded={!partsWithoutDocument.has(part)}
      identity={{
        accountId: person.accountId,
        name: person.name,
        institutionId: acting.id,
        acronym: acting.acronym,
        kind: acting.kind,
      }}
    >
      <PlanHeader plan={plan} />
      <RefusedNotice />
      <LostNotice />
      {plan.isArchived && (
        <div className="mb-4">
          <Notice tone="warning" title={t('archivedNotice.title')}>
            {t('archivedNotice.body')}
          </Notice>
        </div>
      )}
      <Outlet context={plan} />
    </DocumentProvider>
  );
}
