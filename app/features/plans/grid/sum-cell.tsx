import { useTranslation } from 'react-i18next';
import { isBeyondCosts, useGapWords } from '#app/ui';
import type { GridColumn } from './columns';
import { inCurrencyOrder } from './currency-order';
import { type OpenedFigure, useGridModel } from './grid-model';

/** A total in each of its currencies; pressing it opens the rows that it is made of. */
export function SumCell({
  sums = {},
  figure,
  column,
  limit = Number.POSITIVE_INFINITY,
}: {
  sums: Record<string, string> | undefined;
  figure: OpenedFigure | null;
  column: GridColumn;
  /** In how many currencies it fits; the others are in the name and one step away. */
  limit?: number;
}) {
  const { t } = useTranslation('actions');
  const { openFigure, reading, columnLabel } = useGridModel();
  const gapWords = useGapWords();
  const entries = inCurrencyOrder(sums, reading.context.currency).filter(([, sum]) => sum !== '0');
  if (!figure || entries.length === 0) return null;
  const shown = entries.slice(0, limit);
  const hidden = entries.length - shown.length;
  // Where one stands alone there is room for words.
  const others = limit === 1 ? t('figure.moreCurrencies', { count: hidden }) : `+${hidden}`;
  const exact = entries.map(([currency, sum]) =>
    gapWords(sum, (amount) => reading.format.money(amount, currency)),
  );
  return (
    <button
      type="button"
      tabIndex={-1}
      className="sum-button"
      title={exact.join('\n')}
      aria-label={t('figure.open', { figure: columnLabel(column), sum: exact.join('; ') })}
      onClick={() => openFigure({ ...figure, title: `${columnLabel(column)} – ${figure.title}` })}
    >
      {shown.map(([currency, sum], index) => (
        <span key={currency} className={isBeyondCosts(sum) ? 'gap-beyond' : undefined}>
          {gapWords(sum, (amount) => reading.format.moneyCompact(amount, currency))}
          {index === shown.length - 1 && hidden > 0 && ` ${others}`}
        </span>
      ))}
    </button>
  );
}
