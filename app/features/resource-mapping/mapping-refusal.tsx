import { useTranslation } from 'react-i18next';
import type { RefusalData } from '#app/http/guard';
import { useFormat } from '#app/i18n/format';
import { Notice, Refusal } from '#app/ui';

/** Reasons that ask for the same thing. */
const sameWords: Record<string, string> = {
  ...{ document: 'unknown', web_page: 'unknown', pdf: 'unknown' },
  ...{ upload: 'too_much', inflated: 'too_much', rows: 'too_much', columns: 'too_much' },
  ...{ text: 'too_much', work: 'too_much' },
};

/** Why a workbook was not taken, in words of its own where there are some. */
export function MappingRefusal({ refusal }: { refusal: RefusalData | null }) {
  const { t, i18n } = useTranslation('mapping');
  const { number } = useFormat();
  if (!refusal) return null;
  const { reason, limit } = refusal.details as { reason?: string; limit?: number };
  const key = `refusal.${sameWords[reason ?? ''] ?? reason}`;
  return (
    <div className="mb-6">
      {reason && i18n.exists(key, { ns: 'mapping' }) ? (
        <Notice tone="critical" role="alert" title={t('refusal.title')}>
          <p>{t(key, { limit: number(limit ?? 0) })}</p>
        </Notice>
      ) : (
        <Refusal refusal={refusal} />
      )}
    </div>
  );
}
