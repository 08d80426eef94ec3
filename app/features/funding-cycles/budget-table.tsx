import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, VisuallyHidden } from '#app/ui';
import type { BudgetDate } from '#domain/funding-cycles/budget-dates';
import type { BudgetEvent } from '#server/features/funding-cycles';
import { useBudgetEventName } from './event-name';
import { usePreciseDate } from './precise-date-text';
import { StateBadge } from './state-badge';

type Row = BudgetDate<BudgetEvent>;

/** The steps of a country's budget in the years in view. */
export function BudgetTable({ rows, mayEdit }: { rows: readonly Row[]; mayEdit: boolean }) {
  const { t } = useTranslation('cycles');
  const nameOf = useBudgetEventName();
  const dateOf = usePreciseDate();
  const dated = ({ date, step }: Row) => dateOf({ date, precision: step.precision });
  const columns: Column<Row>[] = [
    {
      key: 'date',
      header: t('event.date'),
      cell: (row) => (
        <time dateTime={row.date} className="whitespace-nowrap">
          {dated(row)}
        </time>
      ),
    },
    { key: 'step', header: t('budget.step'), isRowHeader: true, cell: ({ step }) => nameOf(step) },
    { key: 'state', header: t('event.state'), cell: ({ step }) => <StateBadge state={step.state} /> },
    {
      key: 'repeats',
      header: t('budget.repeats'),
      cell: ({ step, isMoved }) => {
        if (isMoved) return t('budget.moved');
        if (!step.isYearly) return t('budget.once');
        return step.lastYear === null
          ? t('budget.yearly')
          : t('budget.yearlyUntil', { year: String(step.lastYear) });
      },
    },
    { key: 'source', header: t('event.source'), cell: ({ step }) => step.source || '–' },
    {
      key: 'actions',
      header: t('workspaces:list.actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: (row) => (
        <Link to={`events/${row.step.id}?year=${row.date.slice(0, 4)}`}>
          {t('event.change')}
          <VisuallyHidden>{` – ${nameOf(row.step)}, ${dated(row)}`}</VisuallyHidden>
        </Link>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('budget.title')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={mayEdit ? columns : columns.slice(0, -1)}
    />
  );
}
