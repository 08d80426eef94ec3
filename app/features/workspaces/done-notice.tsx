import { useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/ui';

/** What has just been done, told on the page that one is led to; `keys` are those this page knows. */
export function DoneNotice({
  keys,
  namespace = 'workspaces',
}: {
  keys: readonly string[];
  /** The catalogue that has the words, under `done`. */
  namespace?: string;
}) {
  const { t } = useTranslation(namespace);
  const [params] = useSearchParams();
  const done = params.get('done');
  if (!done || !keys.includes(done)) return null;
  return (
    <div className="mb-6">
      <Notice tone="positive" role="status">
        <p>{t(`done.${done}`)}</p>
      </Notice>
    </div>
  );
}
