import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { DataTable, Money } from '#app/ui';
import type { FactKind } from '#domain/commitments/kinds';

export interface PastedRow {
  activity: string;
  kind: FactKind;
  periodStart: string | null;
  periodEnd: string | null;
  amount: string | null;
  currency: string | null;
}

/** Pasted rows as they were understood: whether 03/04 is in March and 1,234 a thousand is seen before it is kept. */
export function PastedRows({ rows, more }: { rows: readonly PastedRow[]; more: number }) {
  const { t } = useTranslation('commitments');
  const { date, dateRange } = useFormat();
  const daysOf = ({ periodStart, periodEnd }: PastedRow) => {
    if (!periodStart) return t('facts.noDate');
    return periodEnd && periodEnd !== periodStart ? dateRange(periodStart, periodEnd) : date(periodStart);
  };
  return (
    <div className="my-4 grid gap-2">
      <DataTable
        caption={t('paste.understood')}
        isCaptionShown
        rows={rows.map((row, index) => ({ ...row, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            key: 'activity',
            header: t('paste.field.title'),
            isRowHeader: true,
            cell: ({ activity }) => activity,
          },
          { key: 'date', header: t('paste.field.date'), cell: daysOf },
          { key: 'kind', header: t('paste.field.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
          {
            key: 'amount',
            header: t('paste.field.amount'),
            align: 'end',
            cell: ({ amount, currency }) =>
              amount && currency ? <Money amount={amount} currency={currency} /> : amount,
          },
        ]}
      />
      {more > 0 && <p className="text-sm text-muted">{t('paste.moreRows', { count: more })}</p>}
    </div>
  );
}
