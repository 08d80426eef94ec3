import { Link, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { moneyViews } from '#domain/commitments/money-sums';
import { moneyChoiceOf } from './money-choice';

/** In which currency and by which years the figures of the page are; both in the address. */
export function ViewSwitch({
  localCurrency,
  hasYears = true,
}: {
  localCurrency: string;
  /** Not where nothing on the page is by year. */
  hasYears?: boolean;
}) {
  const { t } = useTranslation('commitments');
  const [params] = useSearchParams();
  const { view, isFiscal } = moneyChoiceOf(params);
  const views = moneyViews.filter((one) => one !== 'local' || localCurrency !== 'USD');
  const words = { original: t('view.original'), usd: 'USD', local: localCurrency };
  return (
    <div className="mb-4 flex flex-wrap gap-x-6 gap-y-1 max-sm:text-sm">
      <Choice
        label={t('view.currency')}
        options={views.map((one) => ({
          to: changed(params, 'in', one === 'usd' ? null : one),
          label: words[one],
          isChosen: one === view,
        }))}
      />
      {hasYears && (
        <Choice
          label={t('view.years')}
          options={[
            { to: changed(params, 'by', null), label: t('view.calendar'), isChosen: !isFiscal },
            { to: changed(params, 'by', 'fiscal'), label: t('view.fiscal'), isChosen: isFiscal },
          ]}
        />
      )}
    </div>
  );
}

function Choice({
  label,
  options,
}: {
  label: string;
  options: { to: string; label: string; isChosen: boolean }[];
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 max-sm:gap-x-2">
      <span className="text-muted text-sm" aria-hidden="true">
        {label}
      </span>
      {options.map((option) => (
        <Link
          key={option.label}
          to={option.to}
          preventScrollReset
          aria-current={option.isChosen ? 'true' : undefined}
          className={option.isChosen ? 'font-semibold no-underline text-ink' : undefined}
        >
          {option.label}
        </Link>
      ))}
    </nav>
  );
}

/** A year of one calendar says nothing in the other. */
function changed(params: URLSearchParams, name: string, value: string | null): string {
  const next = new URLSearchParams(params);
  if (value === null) next.delete(name);
  else next.set(name, value);
  if (name === 'by') {
    next.delete('year');
    next.delete('fy');
  }
  next.delete('page');
  return `?${next}`;
}
