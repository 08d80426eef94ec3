import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, DataTable, EmptyState } from '#app/ui';
import type { ListedImport } from '#server/features/iati-imports';
import { toneOfState } from './tones';

/** The files that were brought in, newest first. */
export function ImportList({
  rows,
  to,
}: {
  rows: readonly ListedImport[];
  to: (row: ListedImport) => string;
}) {
  const { t } = useTranslation('iati');
  const { dateTime, number } = useFormat();
  return (
    <DataTable
      caption={t('list.caption')}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('list.empty')} body={t('list.emptyBody')} />}
      columns={[
        {
          key: 'file',
          header: t('list.file'),
          isRowHeader: true,
          cell: (row) => <Link to={to(row)}>{row.fileName}</Link>,
        },
        {
          key: 'state',
          header: t('list.state'),
          cell: ({ state }) => <Badge tone={toneOfState[state]}>{t(`state.${state}`)}</Badge>,
        },
        {
          key: 'standard',
          header: t('list.standard'),
          cell: ({ standard }) => (standard ? t(`standard.${standard}`) : ''),
        },
        {
          key: 'size',
          header: t('list.size'),
          align: 'end',
          cell: ({ fileBytes }) => t('list.kilobytes', { size: number(Math.ceil(fileBytes / 1024)) }),
        },
        { key: 'by', header: t('list.by'), cell: ({ by }) => by ?? t('list.operator') },
        {
          key: 'at',
          header: t('list.at'),
          cell: ({ createdAt }) => <time dateTime={createdAt}>{dateTime(createdAt)}</time>,
        },
      ]}
    />
  );
}
