import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, type Column, DataTable, EmptyState } from '#app/ui';
import type { ListedAction } from '#server/features/plans';

const tones = {
  completed: 'positive',
  in_progress: 'info',
  not_started: 'neutral',
  cancelled: 'neutral',
} as const;

/** Actions an institution takes part in, those that end first before the others. */
export function LedActions({ actions, caption }: { actions: readonly ListedAction[]; caption: string }) {
  const { t } = useTranslation('workspaces');
  const { date } = useFormat();
  // Where all are of one plan, it is named once.
  const only = actions.every(({ plan }) => plan.id === actions[0]?.plan.id) ? actions[0]?.plan : undefined;
  const planColumn: Column<ListedAction> = {
    key: 'plan',
    header: t('action.plan'),
    cell: ({ plan }) => <PlanLink plan={plan} />,
  };
  const columns: Column<ListedAction>[] = [
    {
      key: 'title',
      header: t('action.title'),
      isRowHeader: true,
      cell: ({ id, title, plan }) => (
        <Link to={`/w/${plan.workspaceSlug}/plans/${plan.id}/actions?action=${id}`}>
          {title || t('action.untitled')}
        </Link>
      ),
    },
    ...(only ? [] : [planColumn]),
    {
      key: 'end',
      header: t('action.end'),
      cell: ({ endDate, endText }) => (
        <span className="whitespace-nowrap">{endDate ? date(endDate) : endText}</span>
      ),
    },
    {
      key: 'status',
      header: t('action.status'),
      cell: ({ status, isOverdue }) => (
        <span className="inline-flex flex-wrap gap-1.5">
          <Badge tone={status ? tones[status] : 'neutral'}>
            {t(`plans:status.${status ?? 'not_reported'}`)}
          </Badge>
          {isOverdue && <Badge tone="warning">{t('plans:status.overdue')}</Badge>}
        </span>
      ),
    },
  ];
  return (
    <>
      {only && (
        <p className="mb-2 text-sm">
          <PlanLink plan={only} />
        </p>
      )}
      <DataTable
        caption={caption}
        rows={actions}
        rowKey={({ id, plan }) => `${plan.id} ${id}`}
        columns={columns}
        empty={<EmptyState title={t('action.none')} body={t('action.noneBody')} />}
      />
    </>
  );
}

function PlanLink({ plan: { id, title, workspaceSlug } }: { plan: ListedAction['plan'] }) {
  return <Link to={`/w/${workspaceSlug}/plans/${id}`}>{title}</Link>;
}
