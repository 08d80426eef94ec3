import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { isBeyondCosts, useGapWords } from '#app/ui';
import { useFigures } from './figure-context';
import { addressOf, type OpenedFigure } from './selection';

/** A figure that opens to its rows; nothing to open is a plain zero. */
export function FigureLink({ amount, figure, name }: { amount: string; figure: OpenedFigure; name: string }) {
  const { selection, currency } = useFigures();
  const { t } = useTranslation('figures');
  const { decimal } = useFormat();
  const gapWords = useGapWords();
  const { opened } = selection;
  const isOpen =
    opened?.by === figure.by && opened.key === figure.key && opened.part === figure.part ? 'true' : undefined;
  if (amount === '0') return <span className="numeric text-muted text-sm">{decimal(amount)}</span>;
  const shown = gapWords(amount, decimal);
  return (
    <Link
      to={addressOf({ ...selection, currency }, figure)}
      className={isBeyondCosts(amount) ? 'gap-beyond' : 'numeric text-sm'}
      aria-current={isOpen}
      aria-label={t('openRows', { part: t(`part.${figure.part}`), name, amount: shown, currency })}
    >
      {shown}
    </Link>
  );
}
