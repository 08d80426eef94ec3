import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, type Column, DataTable, InstitutionBadge } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import type { ListedCycle } from '#server/features/funding-cycles';
import { useEventName } from './event-name';
import { usePreciseDate } from './precise-date-text';

/** Cycles with their partner, period and the next date at which they can still be changed. */
export function CycleList({
  slug,
  rows,
  sort,
  isOfOnePartner = false,
}: {
  slug: string;
  rows: readonly ListedCycle[];
  sort?: string;
  isOfOnePartner?: boolean;
}) {
  const { t, i18n } = useTranslation('cycles');
  const { dateRange } = useFormat();
  const isSortable = sort !== undefined;
  const partner: Column<ListedCycle> = {
    key: 'partner',
    header: t('list.partner'),
    isSortable,
    cell: ({ partner: { kind, acronym, names } }) => (
      <InstitutionBadge kind={kind} acronym={acronym} name={institutionName(names, i18n.language)} />
    ),
  };
  const columns: Column<ListedCycle>[] = [
    {
      key: 'name',
      header: t('list.name'),
      isRowHeader: true,
      isSortable,
      cell: ({ id, name }) => <Link to={`/w/${slug}/cycles/${id}`}>{name}</Link>,
    },
    ...(isOfOnePartner ? [] : [partner]),
    { key: 'kind', header: t('list.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: 'start',
      header: t('list.period'),
      isSortable,
      cell: ({ periodStart, periodEnd }) => (
        <span className="whitespace-nowrap">{dateRange(periodStart, periodEnd)}</span>
      ),
    },
    {
      key: 'phase',
      header: t('list.phase'),
      cell: ({ phase }) => (
        <Badge tone={phase === 'running' ? 'accent' : 'neutral'}>{t(`phase.${phase}`)}</Badge>
      ),
    },
    { key: 'next', header: t('list.next'), isSortable, cell: ({ next }) => <NextDate next={next} /> },
  ];
  return (
    <DataTable caption={t('list.title')} rows={rows} rowKey={({ id }) => id} sort={sort} columns={columns} />
  );
}

export function NextDate({ next }: { next: ListedCycle['next'] }) {
  const { t } = useTranslation('cycles');
  const nameOf = useEventName();
  const dateOf = usePreciseDate();
  if (!next) return <span className="text-muted">{t('list.nothingAhead')}</span>;
  return (
    <div>
      <time dateTime={next.date} className="whitespace-nowrap font-medium">
        {dateOf(next)}
      </time>
      <span className="block text-sm text-muted">{nameOf(next)}</span>
    </div>
  );
}
