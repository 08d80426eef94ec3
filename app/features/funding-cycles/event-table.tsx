import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { type Column, DataTable, Disclosure, VisuallyHidden } from '#app/ui';
import type { DetailedEvent, FormerDate } from '#server/features/funding-cycles';
import { useEventName } from './event-name';
import { usePreciseDate } from './precise-date-text';
import { StateBadge } from './state-badge';

type Row = DetailedEvent & { countryName: string | null };

/** The dated steps of a cycle, each with the dates that it had before. */
export function EventTable({ events, mayEdit }: { events: readonly Row[]; mayEdit: boolean }) {
  const { t } = useTranslation('cycles');
  const nameOf = useEventName();
  const dateOf = usePreciseDate();
  const { date } = useFormat();
  const columns: Column<Row>[] = [
    {
      key: 'date',
      header: t('event.date'),
      cell: (event) => (
        <div>
          <time dateTime={event.date} className="whitespace-nowrap">
            {dateOf(event)}
          </time>
          <FormerDates dates={event.formerDates} />
        </div>
      ),
    },
    {
      key: 'name',
      header: t('event.what'),
      isRowHeader: true,
      cell: (event) => (
        <>
          {nameOf(event)}
          {event.occurrence !== null && (
            <span className="block text-sm font-normal text-muted">
              {t(event.isAdjusted ? 'event.adjusted' : 'event.generated')}
            </span>
          )}
        </>
      ),
    },
    { key: 'state', header: t('event.state'), cell: ({ state }) => <StateBadge state={state} /> },
    {
      key: 'country',
      header: t('event.country'),
      cell: (event) => event.countryName ?? t('event.allCountries'),
    },
    {
      key: 'source',
      header: t('event.source'),
      cell: ({ source, checkedOn }) => (
        <>
          {source || '–'}
          {checkedOn && (
            <span className="block text-sm text-muted">{t('event.checked', { date: date(checkedOn) })}</span>
          )}
        </>
      ),
    },
    {
      key: 'actions',
      header: t('workspaces:list.actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: (event) =>
        mayEdit && (
          <Link to={`events/${event.id}`}>
            {t('event.change')}
            <VisuallyHidden>{` – ${nameOf(event)}, ${dateOf(event)}`}</VisuallyHidden>
          </Link>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('event.titlePlural')}
      rows={events}
      rowKey={({ id }) => id}
      columns={mayEdit ? columns : columns.slice(0, -1)}
    />
  );
}

/** Dates change: each revision stays on record, with why. */
export function FormerDates({ dates }: { dates: readonly FormerDate[] }) {
  const { t } = useTranslation('cycles');
  const dateOf = usePreciseDate();
  const { day } = useFormat();
  if (dates.length === 0) return null;
  return (
    <Disclosure title={t('event.formerDates', { count: dates.length })}>
      <ol className="mt-1 grid gap-2 text-sm">
        {dates.map((former) => (
          <li key={former.sequence}>
            <s className="whitespace-nowrap">
              <time dateTime={former.date}>{dateOf(former)}</time>
            </s>
            {` (${t(`state.${former.state}`)})`}
            <span className="block text-muted">
              {t('event.replaced', {
                reason: former.reason || t('event.byRule'),
                person: former.person ?? t('activity:nobody.person'),
                date: day(former.replacedAt),
              })}
            </span>
            {former.source && <span className="block text-muted">{former.source}</span>}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
