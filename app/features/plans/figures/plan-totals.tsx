import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { KeyFigure, KeyFigures, Section } from '#app/ui';
import { shareOf } from '#domain/money';
import type { Totals } from '#domain/plans';
import { useFigures } from './figure-context';
import { addressOf, none, parts } from './selection';

/** The plan as a whole. Each figure opens; the share of the cost says how far one is. */
export function PlanTotals({ totals }: { totals: Totals }) {
  const { t } = useTranslation('figures');
  const { percent, money, compactNumber } = useFormat();
  const { selection, currency } = useFigures();
  return (
    <Section title={t('wholePlanIn', { currency })}>
      <KeyFigures>
        {parts.map((part) => {
          const share = part === 'cost' ? null : shareOf(totals[part], totals.cost);
          return (
            <KeyFigure
              key={part}
              label={t(`part.${part}`)}
              value={<span title={money(totals[part], currency)}>{compactNumber(Number(totals[part]))}</span>}
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
