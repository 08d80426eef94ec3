import { useTranslation } from 'react-i18next';
import { SaveStateBadge, useSaveState } from '#app/features/documents';
import { useFormat } from '#app/i18n/format';
import { Badge, PageHeader, TabLinks } from '#app/ui';
import { ExportMenu } from './export-menu';
import { PeopleHere } from './people-here';
import type { OpenPlan } from './plan-context';

/** What plan this is, who is in it, whether one's edits are safe, and its parts. */
export function PlanHeader({ plan }: { plan: OpenPlan }) {
  const { t } = useTranslation('openPlan');
  const { address, workspace, rights } = plan;
  const isRefused = useSaveState().state === 'refused';
  return (
    <>
      <PageHeader
        title={plan.title}
        breadcrumbs={[{ to: `/w/${workspace.slug}/plans`, label: t('plans') }]}
        lead={<Horizon plan={plan} />}
      />
      {/* Stays in sight while one writes. */}
      <div className="plan-bar">
        <TabLinks
          label={t('parts')}
          items={[
            { to: address, label: t('tab.text'), end: true },
            { to: `${address}/actions`, label: t('tab.actions') },
            { to: `${address}/figures`, label: t('tab.figures') },
            ...(rights.canImport ? [{ to: `${address}/import`, label: t('tab.import') }] : []),
            ...(rights.canSettle ? [{ to: `${address}/settings`, label: t('tab.settings') }] : []),
          ]}
        />
        <div className="plan-state">
          <PeopleHere />
          {/* What was refused is said in a notice of its own. */}
          {!isRefused && <SaveStateBadge />}
          <ExportMenu address={address} />
        </div>
      </div>
    </>
  );
}

function Horizon({ plan: { horizon, isArchived } }: { plan: OpenPlan }) {
  const { t } = useTranslation('openPlan');
  const { dateRange } = useFormat();
  const first = horizon[0];
  const last = horizon.at(-1);
  return (
    <span className="plan-lead">
      {isArchived && <Badge tone="warning">{t('archived')}</Badge>}
      {first && last && <span>{dateRange(first.start, last.end)}</span>}
    </span>
  );
}
