import { useTranslation } from 'react-i18next';
import type { RefusalData } from '#app/http/guard';
import { useFormat } from '#app/i18n/format';
import { Notice, Refusal } from '#app/ui';

/** Why a workbook was not taken, in words of its own where there are some. */
export function MappingRefusal({ refusal }: { refusal: RefusalData | null }) {
  const { t, i18n } = useTranslation('mapping');
  const { number } = useFormat();
  if (!refusal) return null;
  const { reason, limit } = refusal.details as { reason?: string; limit?: number };
  // What is wrong with a file is said by the words of imports; what is this page's own by its own.
  const key = ['mapping', 'import'].map((ns) => `${ns}:refusal.${reason}`).find((one) => i18n.exists(one));
  return (
    <div className="mb-6">
      {reason && key ? (
        <Notice tone="critical" role="alert" title={t('refusal.title')}>
          <p>{t(key, { limit: number(limit ?? 0) })}</p>
        </Notice>
      ) : (
        <Refusal refusal={refusal} />
      )}
    </div>
  );
}
