import { Link, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';

/** Earlier, later, closer, wider: each another address. */
export function ZoomLinks({
  fromYear,
  toYear,
  mostYears,
}: {
  fromYear: number;
  toYear: number;
  mostYears: number;
}) {
  const { t } = useTranslation('cycles');
  const [params] = useSearchParams();
  const count = toYear - fromYear + 1;
  const step = Math.max(1, Math.floor(count / 2));
  const to = (from: number, until: number) => {
    const next = new URLSearchParams(params);
    next.set('from', String(from));
    next.set('to', String(until));
    next.delete('page');
    next.delete('rows');
    return `?${next}`;
  };
  return (
    <nav className="timeline-zoom" aria-label={t('timeline.zoom')}>
      <Link to={to(fromYear - step, toYear - step)} preventScrollReset>
        {t('timeline.earlier')}
      </Link>
      <Link to={to(fromYear + step, toYear + step)} preventScrollReset>
        {t('timeline.later')}
      </Link>
      {count > 1 && (
        <Link to={to(fromYear + (count > 2 ? 1 : 0), toYear - 1)} preventScrollReset>
          {t('timeline.closer')}
        </Link>
      )}
      {count + 2 <= mostYears && (
        <Link to={to(fromYear - 1, toYear + 1)} preventScrollReset>
          {t('timeline.wider')}
        </Link>
      )}
    </nav>
  );
}
