import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/ui';
import { institutionShortName } from '#domain/institutions/name';
import { useBudgetEventName, useEventName } from '../event-name';
import { usePreciseDate } from '../precise-date-text';
import { StateBadge } from '../state-badge';
import type { TimelineLine } from './timeline-lines';

/** What the chart shows, date by date. */
export function TimelineTable({ slug, lines }: { slug: string; lines: readonly TimelineLine[] }) {
  const { t, i18n } = useTranslation('cycles');
  const cycleEventName = useEventName();
  const budgetName = useBudgetEventName();
  const dateOf = usePreciseDate();
  const nameOf = (line: TimelineLine) => (line.of === 'budget' ? budgetName(line) : cycleEventName(line));
  return (
    <DataTable
      caption={t('timeline.table')}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'date',
          header: t('event.date'),
          cell: (line) => (
            <time dateTime={line.date} className="whitespace-nowrap">
              {dateOf(line)}
            </time>
          ),
        },
        { key: 'what', header: t('event.what'), isRowHeader: true, cell: nameOf },
        { key: 'state', header: t('event.state'), cell: ({ state }) => <StateBadge state={state} /> },
        {
          key: 'partner',
          header: t('list.partner'),
          cell: (line) =>
            line.of === 'budget' ? '–' : institutionShortName(line.cycle.partner, i18n.language),
        },
        {
          key: 'cycle',
          header: t('timeline.cycle'),
          cell: (line) =>
            line.of === 'budget' ? (
              t('timeline.budget')
            ) : (
              <Link to={`/w/${slug}/cycles/${line.cycle.id}`}>{line.cycle.name}</Link>
            ),
        },
      ]}
    />
  );
}
