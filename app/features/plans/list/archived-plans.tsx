import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { type Column, DataTable, EmptyState } from '#app/ui';
import type { Plan } from '#server/features/plans';

export function ArchivedPlans({ plans, at }: { plans: readonly Plan[]; at: string }) {
  const { t } = useTranslation('managePlans');
  const { day } = useFormat();
  const columns: Column<Plan>[] = [
    {
      key: 'title',
      header: t('new.name'),
      isRowHeader: true,
      cell: (plan) => <Link to={`${at}/${plan.id}`}>{plan.title}</Link>,
    },
    {
      key: 'horizon',
      header: t('settings.years'),
      cell: (plan) => t('list.horizon', { from: plan.startYear, to: plan.endYear }),
    },
    {
      key: 'archived',
      header: t('list.archivedHeader'),
      cell: (plan) => (plan.archivedAt ? day(plan.archivedAt) : null),
    },
  ];
  return (
    <DataTable
      caption={t('list.archived')}
      columns={columns}
      rows={plans}
      rowKey={(plan) => plan.id}
      empty={<EmptyState level={2} title={t('list.noArchived.title')} body={t('list.noArchived.body')} />}
    />
  );
}
