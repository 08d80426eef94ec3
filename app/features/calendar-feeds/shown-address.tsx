import { useTranslation } from 'react-i18next';
import { CopyField, Notice } from '#app/ui';

/** A new address, shown this once. */
export function ShownAddress({ url }: { url: string }) {
  const { t } = useTranslation('cycles');
  const words = { copy: t('feeds.copy'), copied: t('feeds.copied'), selected: t('feeds.selected') };
  return (
    <div className="mb-6">
      <Notice tone="positive" role="status" title={t('feeds.shownTitle')}>
        <p>{t('feeds.shownBody')}</p>
        <div className="mt-2">
          <CopyField value={url} label={t('feeds.address')} words={words} />
        </div>
      </Notice>
    </div>
  );
}
