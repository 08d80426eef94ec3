import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, DataTable, EmptyState } from '#app/ui';
import type { Unkept } from '#domain/partners/iati';

/** What the file says and the registry has no place for. */
export function UnkeptList({ rows }: { rows: readonly Unkept[] }) {
  const { t } = useTranslation('iati');
  const { number } = useFormat();
  return (
    <DataTable
      caption={t('unkept.caption')}
      rows={rows}
      rowKey={({ path }) => path}
      empty={<EmptyState title={t('unkept.none')} level={2} />}
      columns={[
        {
          key: 'path',
          header: t('unkept.path'),
          isRowHeader: true,
          cell: ({ path, isExtension }) => (
            <>
              <code className="iati-path">{path}</code>{' '}
              {isExtension && <Badge tone="info">{t('unkept.extension')}</Badge>}
            </>
          ),
        },
        { key: 'count', header: t('unkept.count'), align: 'end', cell: ({ count }) => number(count) },
        { key: 'line', header: t('unkept.line'), align: 'end', cell: ({ line }) => number(line) },
      ]}
    />
  );
}
