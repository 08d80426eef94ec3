import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/ui';
import type { FollowUp } from '#server/features/follow-ups';

/** What the person's institution is asked to take on and has not answered. */
export function AwaitedNotice({ slug, awaited }: { slug: string; awaited: readonly FollowUp[] }) {
  const { t } = useTranslation('followUps');
  if (awaited.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice tone="warning" title={t('awaited', { count: awaited.length })}>
        <ul className="grid gap-1">
          {awaited.map(({ decision, plan, action }) => (
            <li key={`${decision.id} ${plan.id} ${action.id}`}>
              <Link to={`/w/${slug}/decisions/${decision.id}`}>{action.title || t('untitled')}</Link>{' '}
              <span className="text-muted">({decision.reference})</span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
