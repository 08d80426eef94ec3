import { useTranslation } from 'react-i18next';
import { useLostEdits } from '#app/features/documents';
import { Button, Notice } from '#app/ui';

/** When this browser had lost part of its own copy, and edits with it: what is gone, and that the rest is safe. */
export function LostNotice() {
  const { t } = useTranslation('documents');
  const { hasLostEdits, forget } = useLostEdits();
  if (!hasLostEdits) return null;
  return (
    <div className="mb-4">
      <Notice tone="critical" title={t('lost.title')} role="alert">
        <p>{t('lost.body')}</p>
        <Button className="mt-2" onClick={forget}>
          {t('lost.understood')}
        </Button>
      </Notice>
    </div>
  );
}
