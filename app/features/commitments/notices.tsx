import { useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Notice, ProgressBar } from '#app/ui';
import type { RecutProgress } from '#server/features/commitments';

const told = ['entered', 'saved', 'removed', 'pasted'];

/** What has just been done, on the page that one is led to. */
export function CommitmentsDone() {
  const { t } = useTranslation('commitments');
  const [params] = useSearchParams();
  const done = params.get('done') ?? '';
  if (!told.includes(done)) return null;
  return (
    <div className="mb-6">
      <Notice tone="positive" role="status">
        <p>{t(`done.${done}`)}</p>
      </Notice>
    </div>
  );
}

/** While amounts are converted anew: every total is right, some are still by the rates of before. */
export function RecutNotice({ progress }: { progress: RecutProgress | null }) {
  const { t } = useTranslation('commitments');
  const { number } = useFormat();
  if (!progress?.isRunning) return null;
  const { done, total } = progress;
  const words = t('recut.progress', { done: number(done), total: number(total), count: total });
  return (
    <div className="mb-6">
      <Notice tone="info" role="status">
        <p>{t('recut.lead')}</p>
        <ProgressBar label={words} value={total === 0 ? 1 : done / total} />
      </Notice>
    </div>
  );
}
