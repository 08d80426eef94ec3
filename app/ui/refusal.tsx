import { useTranslation } from 'react-i18next';
import type { RefusalData } from '#app/http/guard';
import { Notice } from './notice';

/** The words for an expected refusal, from the catalogue `errors` by code; nothing when there is none. */
export function Refusal({ refusal }: { refusal?: RefusalData | null }) {
  const { t } = useTranslation('errors');
  if (!refusal) return null;
  return (
    <Notice tone="critical" role="alert">
      <p>{t(refusal.code, refusal.details)}</p>
    </Notice>
  );
}
