import { useTranslation } from 'react-i18next';
import { ConfirmButton, Notice } from '#app/ui';
import type { RegisteredNews } from '#domain/dialogues/registered-mail';

/** How many registered people do not know how things stand, and the button that tells them. */
export function Untold({ untold }: { untold: readonly { kind: RegisteredNews; count: number }[] }) {
  const { t } = useTranslation('meetings');
  const [first, ...others] = untold;
  if (!first) return null;
  const count = untold.reduce((sum, one) => sum + one.count, 0);
  return (
    <div className="mb-4">
      <Notice tone="warning" title={t(`untold.${first.kind}`, { count: first.count })}>
        {others.map((one) => (
          <p key={one.kind}>{t(`untold.${one.kind}`, { count: one.count })}</p>
        ))}
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
