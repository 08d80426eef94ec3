import { useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/ui';

export function RatesDone() {
  const { t } = useTranslation('rates');
  const [params] = useSearchParams();
  if (params.get('done') !== 'imported') return null;
  return (
    <div className="mb-6">
      <Notice tone="positive" role="status">
        <p>{t('done')}</p>
      </Notice>
    </div>
  );
}
