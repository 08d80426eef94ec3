import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Notice, useToast } from '#app/ui';
import type { Delivery } from '#server/features/workspaces';

/** Where an invitation went; a link is shown this once, to be copied. */
export function DeliveredNotice({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('workspaces');
  return (
    <div className="mb-6">
      {delivery.by === 'mail' ? (
        <Notice tone="positive" role="status" title={t('delivered.mailTitle', { email: delivery.email })}>
          <p>{t('delivered.mail')}</p>
        </Notice>
      ) : (
        <Notice tone="positive" role="status" title={t('delivered.linkTitle')}>
          <p>{t('delivered.link')}</p>
          <CopyLink url={delivery.url} />
        </Notice>
      )}
    </div>
  );
}

function CopyLink({ url }: { url: string }) {
  const { t } = useTranslation('workspaces');
  const toast = useToast();
  const ref = useRef<HTMLInputElement>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      toast({ title: t('delivered.copied'), tone: 'positive' });
    } catch {
      // Without TLS browsers keep the clipboard closed: the link is marked, ready for the keyboard.
      ref.current?.select();
      toast({ title: t('delivered.selected') });
    }
  }

  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <input
        ref={ref}
        readOnly
        value={url}
        dir="ltr"
        aria-label={t('delivered.linkLabel')}
        className="input min-w-0 flex-1 basis-64"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button icon="copy" onClick={copy}>
        {t('delivered.copy')}
      </Button>
    </div>
  );
}
