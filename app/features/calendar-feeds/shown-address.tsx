import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Notice, useToast } from '#app/ui';

/** A new address, shown this once. */
export function ShownAddress({ url }: { url: string }) {
  const { t } = useTranslation('cycles');
  const toast = useToast();
  const ref = useRef<HTMLInputElement>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      toast({ title: t('feeds.copied'), tone: 'positive' });
    } catch {
      // Without TLS browsers keep the clipboard closed: the address is marked, ready for the keyboard.
      ref.current?.select();
      toast({ title: t('feeds.selected') });
    }
  }

  return (
    <div className="mb-6">
      <Notice tone="positive" role="status" title={t('feeds.shownTitle')}>
        <p>{t('feeds.shownBody')}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <input
            ref={ref}
            readOnly
            value={url}
            dir="ltr"
            aria-label={t('feeds.address')}
            className="input min-w-0 flex-1 basis-64"
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button icon="copy" onClick={copy}>
            {t('feeds.copy')}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
