import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/ui';
import { lengthMs } from '#domain/dialogues/floor';
import type { DialogueView } from '#server/features/dialogues';
import { clockText } from './clock-text';
import { Institution } from './institutions';

/** How long each institution has spoken under the items that the reader may know; points of order do not count. */
export function SpokenTimes({ view, nowMs }: { view: DialogueView; nowMs: number }) {
  const { t } = useTranslation('dialogues');
  const heard = view.items
    .flatMap(({ floor }) => floor.heard)
    .filter(({ kind }) => kind !== 'point_of_order');
  const ids = [...new Set(heard.map(({ institutionId }) => institutionId))];
  const rows = ids
    .map((id) => {
      const own = heard.filter(({ institutionId }) => institutionId === id);
      return { id, times: own.length, ms: own.reduce((sum, one) => sum + lengthMs(one, nowMs), 0) };
    })
    .sort((a, b) => b.ms - a.ms);
  if (rows.length === 0) return <p className="text-muted">{t('spoken.none')}</p>;
  return (
    <DataTable
      caption={t('spoken.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'institution',
          header: t('spoken.institution'),
          isRowHeader: true,
          cell: ({ id }) => <Institution id={id} />,
        },
        { key: 'times', header: t('spoken.times'), align: 'end', cell: ({ times }) => times },
        { key: 'time', header: t('spoken.time'), align: 'end', cell: ({ ms }) => clockText(ms) },
      ]}
    />
  );
}
