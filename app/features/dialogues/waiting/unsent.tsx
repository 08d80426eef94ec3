import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui';
import type { KeptAct } from '#domain/dialogues/waiting-acts';
import { useIsUnsent } from './waiting-context';

/** Says beside a thing that the server has not got it yet. */
export function Unsent({ of }: { of: (kept: KeptAct) => boolean }) {
  const { t } = useTranslation('waiting');
  const isUnsent = useIsUnsent();
  if (!isUnsent(of)) return null;
  return (
    <Badge tone="warning" icon="offline">
      {t('unsent')}
    </Badge>
  );
}
