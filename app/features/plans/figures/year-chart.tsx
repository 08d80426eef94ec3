import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Section, StackedBarChart, useGapWords } from '#app/ui';
import { addAmounts, compareAmounts } from '#domain/money';
import { useFigureNames, useFigures } from './figure-context';
import type { FigureLine } from './figures-view';
import { addressOf, none } from './selection';

/** What each fiscal year costs, and how much of it is funded. A bar is drawn for costs; what has none is told below. */
export function YearChart({ years }: { years: readonly FigureLine[] }) {
  const { t } = useTranslation('figures');
  const { decimal } = useFormat();
  const names = useFigureNames();
  const { selection, currency } = useFigures();
  const gapWords = useGapWords();
  const drawn = years.filter(({ key, totals }) => key !== none || totals.cost !== '0');
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
        rows={drawn.map(({ key, totals, institution }) => {
          const { name, note } = names.line('year', key, institution);
          // The length of a bar; what is written beside it is exact.
          const bar = (part: 'secured' | 'partly' | 'gap') => ({
            value: compareAmounts(totals[part], '0') > 0 ? Number(totals[part]) : 0,
            text: gapWords(totals[part], decimal),
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
      <FundingWithoutYear years={years} />
    </Section>
  );
}

/** Else the gaps of the years add up to more than the gap of the plan, and nobody sees why. */
function FundingWithoutYear({ years }: { years: readonly FigureLine[] }) {
  const { t } = useTranslation('figures');
  const { money } = useFormat();
  const { selection, currency } = useFigures();
  const yearless = years.find(({ key }) => key === none);
  const funding = yearless ? addAmounts(yearless.totals.secured, yearless.totals.partly) : '0';
  if (funding === '0') return null;
  const to = addressOf({ ...selection, currency }, { by: 'year', key: none, part: 'gap' });
  return (
    <p className="mt-3 max-w-reading text-muted text-sm">
      <Trans t={t} i18nKey="fundingWithoutYear" values={{ amount: money(funding, currency) }}>
        <Link to={to} />
      </Trans>
    </p>
  );
}
