import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFigures } from './figure-context';
import { addressOf } from './selection';

/** One currency at a time: amounts in different currencies are never added. */
export function FiguresToolbar({ currencies }: { currencies: readonly string[] }) {
  const { t } = useTranslation('figures');
  const { selection, currency } = useFigures();
  if (currencies.length < 2) {
    return <p className="mb-4 text-muted">{t('oneCurrency', { currency })}</p>;
  }
  return (
    <nav aria-label={t('currency')} className="toolbar mb-4">
      <span className="text-muted">{t('currency')}</span>
      {currencies.map((code) => (
        <Link
          key={code}
          to={addressOf({ ...selection, currency: code }, null)}
          className={`button button-small ${code === currency ? 'button-primary' : 'button-secondary'}`}
          aria-current={code === currency ? 'true' : undefined}
          preventScrollReset
        >
          {code}
        </Link>
      ))}
    </nav>
  );
}
