import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { isBeyondCosts, KeyFigure, KeyFigures, Section, useGapWords } from '#app/ui';
import { shareOf } from '#domain/money';
import type { Totals } from '#domain/plans';
import { useFigures } from './figure-context';
import { addressOf, none, parts } from './selection';

/** The plan as a whole. Each figure opens; the share of the cost says how far one is. */
export function PlanTotals({ totals }: { totals: Totals }) {
  const { t } = useTranslation('figures');
  const { percent, money, compactNumber } = useFormat();
  const { selection, currency } = useFigures();
  const gapWords = useGapWords();
  const exactly = (amount: string) => money(amount, currency);
  const roughly = (amount: string) => compactNumber(Number(amount));
  return (
    <Section title={t('wholePlanIn', { currency })}>
      <KeyFigures>
        {parts.map((part) => {
          const amount = totals[part];
          const isBeyond = isBeyondCosts(amount);
          const share = part === 'cost' || isBeyond ? null : shareOf(amount, totals.cost);
          return (
            <KeyFigure
              key={part}
              label={t(`part.${part}`)}
              value={
                <span className={isBeyond ? 'gap-beyond' : undefined} title={gapWords(amount, exactly)}>
                  {gapWords(amount, roughly)}
                </span>
              }
              note={share === null ? undefined : t('ofCost', { share: percent(share) })}
              to={addressOf({ ...selection, currency }, { by: 'plan', key: none, part })}
            />
          );
        })}
      </KeyFigures>
      <p className="mt-2 max-w-reading text-muted text-sm">{t('definition')}</p>
    </Section>
  );
}
