import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '#app/ui';
import type { FollowUpState } from '#domain/dialogues/follow-up';
import type { FollowUp } from '#server/features/follow-ups';

const tones: Record<FollowUpState['state'], Tone> = {
  proposed: 'warning',
  accepted: 'positive',
  declined: 'critical',
};

/** The title of an action, leading to it while its plan has it. */
export function ActionLink({ slug, followUp: { plan, action } }: { slug: string; followUp: FollowUp }) {
  const { t } = useTranslation('followUps');
  const title = action.title || t('untitled');
  if (action.isGone) return <>{title}</>;
  return <Link to={`/w/${slug}/plans/${plan.id}/actions?action=${action.id}`}>{title}</Link>;
}

/** What its lead has answered, and how far it is. */
export function FollowUpBadges({ followUp: { action, state, isOtherLead } }: { followUp: FollowUp }) {
  const { t } = useTranslation('followUps');
  return (
    <>
      <Badge tone={isOtherLead || action.isGone ? 'neutral' : tones[state.state]}>
        {t(`state.${state.state}`)}
      </Badge>
      {action.status && <span className="text-sm text-muted">{t(`plans:status.${action.status}`)}</span>}
    </>
  );
}
