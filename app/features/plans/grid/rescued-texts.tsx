import { useTranslation } from 'react-i18next';
import { Button, Notice } from '#app/ui';

export interface RescuedText {
  id: number;
  text: string;
}

/** What someone was typing into something that another person deleted; it stays until it is put away. */
export function RescuedTexts({
  texts,
  onDismiss,
}: {
  texts: readonly RescuedText[];
  onDismiss: (id: number) => void;
}) {
  const { t } = useTranslation('actions');
  return (
    <div className="rescued-texts" role="status">
      {texts.map(({ id, text }) => (
        <Notice key={id} tone="warning" title={t('rescued.title')}>
          <p>{t('rescued.body')}</p>
          <blockquote>{text}</blockquote>
          <p className="flex flex-wrap gap-2">
            <Button size="small" icon="copy" onClick={() => void navigator.clipboard?.writeText(text)}>
              {t('rescued.copy')}
            </Button>
            <Button size="small" variant="quiet" onClick={() => onDismiss(id)}>
              {t('rescued.dismiss')}
            </Button>
          </p>
        </Notice>
      ))}
    </div>
  );
}
