import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, type Column, DataTable, InstitutionBadge } from '#app/ui';
import type { FactKind } from '#domain/commitments/kinds';
import { institutionName } from '#domain/institutions/name';
import type { ListedActivity } from '#server/features/commitments';
import type { MoneyChoice } from './money-choice';
import { SumsCell } from './sums-cell';

/** Activities with what was committed and disbursed for them. */
export function ActivityList({
  rows,
  sort,
  base,
  choice,
  localCurrency,
  countryNames,
  isOfOnePartner = false,
}: {
  rows: readonly ListedActivity[];
  sort: string;
  base: string;
  choice: MoneyChoice;
  localCurrency: string;
  countryNames: Record<string, string>;
  isOfOnePartner?: boolean;
}) {
  const { t, i18n } = useTranslation('commitments');
  const { date, list, day } = useFormat();
  const money = (kind: FactKind): Column<ListedActivity> => ({
    key: kind,
    header: t(`kind.${kind}`),
    align: 'end',
    cell: ({ id, sums }) => (
      <SumsCell
        sums={sums.filter((sum) => sum.kind === kind)}
        filter={{ activityId: id, kind }}
        {...{ choice, localCurrency, base }}
        isCompact
      />
    ),
  });
  const columns: Column<ListedActivity>[] = [
    {
      key: 'title',
      header: t('list.activity'),
      isRowHeader: true,
      isSortable: true,
      cell: ({ id, title, identifier, problems }) => (
        <span className="grid gap-1 md:min-w-40">
          <Link to={`${base}/commitments/${id}`}>{title || identifier || t('list.untitled')}</Link>
          {problems.length > 0 && (
            <span className="flex flex-wrap gap-1">
              {problems.map((problem) => (
                <Badge key={problem} tone="warning">
                  {t(`problem.${problem}`)}
                </Badge>
              ))}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'partner',
      header: t('filter.partner'),
      cell: ({ partner: { kind, acronym, names } }) => (
        <InstitutionBadge kind={kind} acronym={acronym} name={institutionName(names, i18n.language)} />
      ),
    },
    {
      key: 'countries',
      header: t('filter.country'),
      cell: ({ countries }) =>
        list(countries.map((code) => (code === '' ? t('filter.without') : (countryNames[code] ?? code)))),
    },
    {
      key: 'start',
      header: t('list.period'),
      isSortable: true,
      cell: ({ startsOn, endsOn }) => (
        <>
          <span className="whitespace-nowrap">{startsOn ? date(startsOn) : '…'} –</span>{' '}
          <span className="whitespace-nowrap">{endsOn ? date(endsOn) : '…'}</span>
        </>
      ),
    },
    money('committed'),
    money('disbursed'),
    {
      key: 'changed',
      header: t('list.changed'),
      isSortable: true,
      cell: ({ setAt, source }) => (
        <span>
          <time dateTime={setAt} className="whitespace-nowrap">
            {day(setAt)}
          </time>
          <span className="block text-sm text-muted">{t(`source.${source}`)}</span>
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('list.title')}
      rows={rows}
      rowKey={({ id }) => id}
      sort={sort}
      columns={columns.filter(({ key }) => !(isOfOnePartner && key === 'partner'))}
    />
  );
}
