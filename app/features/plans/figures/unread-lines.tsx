import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, Section } from '#app/ui';
import type { UnreadRow } from '#domain/plans';
import { useFigures } from './figure-context';

/** Amounts that cannot be read stand beside the totals, as they were typed. */
export function UnreadLines({ unread }: { unread: readonly UnreadRow[] }) {
  const { t } = useTranslation('figures');
  const { actionsAddress } = useFigures();
  if (unread.length === 0) return null;
  const columns: Column<UnreadRow>[] = [
    {
      key: 'action',
      header: t('column.action'),
      isRowHeader: true,
      cell: ({ actionId, actionTitle }) => (
        <Link to={`${actionsAddress}?action=${actionId}`}>{actionTitle.trim() || t('untitled')}</Link>
      ),
    },
    { key: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: 'typed',
      header: t('column.typed'),
      cell: ({ amountText, currencyText }) => `${amountText} ${currencyText}`.trim(),
    },
    { key: 'reason', header: t('column.reason'), cell: ({ reason }) => t(`reason.${reason}`) },
  ];
  const title = t('unread.title', { count: unread.length });
  return (
    <Section title={title} lead={t('unread.lead')}>
      <DataTable
        caption={title}
        columns={columns}
        rows={unread}
        rowKey={({ actionId, kind, lineId }) => `${actionId}/${kind}/${lineId}`}
      />
    </Section>
  );
}
