import { useTranslation } from 'react-i18next';
import { ConfirmButton, Notice } from '#app/ui';

/** How many registered people do not know what has changed, and the button that tells them. */
export function Untold({ kind, count }: { kind: 'update' | 'cancellation'; count: number }) {
  const { t } = useTranslation('meetings');
  return (
    <div className="mb-4">
      <Notice tone="warning" title={t(`untold.${kind}`, { count })}>
        <div className="mt-2">
          <ConfirmButton
            label={t('untold.act')}
            title={t('untold.question')}
            confirmLabel={t('untold.confirm')}
            fields={{ act: 'tell' }}
          >
            <p>{t('untold.body', { count })}</p>
          </ConfirmButton>
        </div>
      </Notice>
    </div>
  );
}
