import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Notice, useToast } from '#app/ui';

/** The new token, shown this once. */
export function NewTokenNotice({ token }: { token: string }) {
  const { t } = useTranslation('api');
  const toast = useToast();
  const ref = useRef<HTMLInputElement>(null);

  // The form stands far below; what matters now is here, marked and ready to be copied.
  useEffect(() => ref.current?.focus(), []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(token);
      toast({ title: t('made.copied'), tone: 'positive' });
    } catch {
      // Without TLS browsers keep the clipboard closed: the token is marked, ready for the keyboard.
      ref.current?.select();
      toast({ title: t('made.selected') });
    }
  }

  return (
    <div className="mb-6">
      <Notice tone="positive" role="status" title={t('made.title')}>
        <p>{t('made.body')}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <input
            ref={ref}
            readOnly
            value={token}
            dir="ltr"
            aria-label={t('made.label')}
            className="input min-w-0 flex-1 basis-64 font-mono"
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button icon="copy" onClick={copy}>
            {t('made.copy')}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
