import { useTranslation } from 'react-i18next';
import type { RefusalData } from '#app/http/guard';
import { useFormat } from '#app/i18n/format';
import { Notice, Refusal } from '#app/ui';

/** Why a file was not taken, in words of its own where there are some, and that nothing was stored. */
export function ImportRefusal({ refusal }: { refusal: RefusalData | null }) {
  const { t, i18n } = useTranslation('import');
  const { number } = useFormat();
  if (!refusal) return null;
  const { reason, limit } = refusal.details as { reason?: string; limit?: number };
  const key = `refusal.${reason}`;
  if (!reason || !i18n.exists(key, { ns: 'import' })) return <Refusal refusal={refusal} />;
  return (
    <Notice tone="critical" role="alert" title={t('refusal.title')}>
      <p>{t(key, { limit: number(limit ?? 0) })}</p>
    </Notice>
  );
}
