import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Section, StackedBarChart } from '#app/ui';
import { compareAmounts } from '#domain/money';
import { useFigureNames, useFigures } from './figure-context';
import type { FigureLine } from './figures-view';
import { addressOf } from './selection';

/** What each fiscal year costs, and how much of it is funded. */
export function YearChart({ years }: { years: readonly FigureLine[] }) {
  const { t } = useTranslation('figures');
  const { decimal } = useFormat();
  const names = useFigureNames();
  const { selection, currency } = useFigures();
  return (
    <Section title={t('byYear', { currency })}>
      <StackedBarChart
        title={t('byYear', { currency })}
        labelHeader={t('grouping.year')}
        totalHeader={t('part.cost')}
        series={[
          { key: 'secured', label: t('part.secured'), shade: 'full' },
          { key: 'partly', label: t('part.partly'), shade: 'half' },
          { key: 'gap', label: t('part.gap'), shade: 'gap' },
        ]}
        rows={years.map(({ key, totals, institution }) => {
          const { name, note } = names.line('year', key, institution);
          // The length of a bar; what is written beside it is exact.
          const bar = (part: 'secured' | 'partly' | 'gap') => ({
            value: compareAmounts(totals[part], '0') > 0 ? Number(totals[part]) : 0,
            text: decimal(totals[part]),
          });
          return {
            key,
            label: name,
            note,
            to: addressOf({ ...selection, currency }, { by: 'year', key, part: 'gap' }),
            parts: { secured: bar('secured'), partly: bar('partly'), gap: bar('gap') },
            total: decimal(totals.cost),
          };
        })}
      />
    </Section>
  );
}
