import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { type Column, DataTable } from '#app/ui';
import type { MeasuredQuality } from '#server/features/data-quality';

/** Every measure with how many records it would have looked at; each number opens to them. */
export function QualityTable({ measured }: { measured: readonly MeasuredQuality[] }) {
  const { t } = useTranslation('quality');
  const { number, day } = useFormat();
  const columns: Column<MeasuredQuality>[] = [
    {
      key: 'measure',
      header: t('measureHeader'),
      isRowHeader: true,
      cell: ({ measure }) => (
        <>
          <span className="block">{t(`measure.${measure}`)}</span>
          <span className="block text-sm font-normal text-muted">{t(`meaning.${measure}`)}</span>
        </>
      ),
    },
    {
      key: 'fails',
      header: t('toLookAt'),
      align: 'end',
      cell: ({ measure, fails, applies }) =>
        fails === 0 ? (
          <span className="text-muted">{t('none')}</span>
        ) : (
          <Link to={`?measure=${measure}`} className="whitespace-nowrap">
            {t('countOf', { count: fails, fails: number(fails), applies: number(applies) })}
          </Link>
        ),
    },
    {
      key: 'answer',
      header: t('answer'),
      cell: ({ measure, fails, answers: [latest] }) => {
        if (latest)
          return (
            <>
              <span className="line-clamp-3">{latest.text}</span>
              <Link to={`?measure=${measure}`} className="text-sm">
                {t('answeredOn', { date: day(latest.at) })}
              </Link>
            </>
          );
        return fails > 0 ? <span className="text-muted">{t('noAnswer')}</span> : null;
      },
    },
  ];
  return (
    <DataTable caption={t('title')} rows={measured} rowKey={({ measure }) => measure} columns={columns} />
  );
}
