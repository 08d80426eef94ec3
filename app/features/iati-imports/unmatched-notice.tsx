import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/ui';

/** Said before anything is applied: records of organisations that nobody has matched would be left out. */
export function UnmatchedNotice({ count, to }: { count: number; to: string }) {
  const { t } = useTranslation('iati');
  if (count === 0) return null;
  return (
    <div className="mb-4">
      <Notice tone="warning">
        <p>{t('organisations.unmatched', { count })}</p>
        <p>
          <Link to={to}>{t('organisations.matchNow')}</Link>
        </p>
      </Notice>
    </div>
  );
}
