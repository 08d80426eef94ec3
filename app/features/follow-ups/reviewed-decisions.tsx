import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DecisionBadge, usePlaceTime } from '#app/features/dialogues';
import { useI18n } from '#app/i18n/use-i18n';
import { InstitutionBadge } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import type { FollowUp, ReviewedDialogue } from '#server/features/follow-ups';
import { ActionLink, FollowUpBadges } from './follow-up-line';

/** What an agenda item goes through: the decisions of a former dialogue, each with the state of its actions. */
export function ReviewedDecisions({
  slug,
  dialogueId,
  reviewed,
}: {
  slug: string;
  dialogueId: string | null;
  reviewed: readonly ReviewedDialogue[];
}) {
  const { t } = useTranslation('followUps');
  if (!dialogueId) return null;
  const found = reviewed.find(({ dialogue }) => dialogue.id === dialogueId);
  // An item that was added while the page stood.
  if (!found) return <Link to={`/w/${slug}/dialogues/${dialogueId}`}>{t('review.open')}</Link>;
  const { dialogue, decisions } = found;
  return (
    <div className="card grid gap-3">
      <Source slug={slug} dialogue={dialogue} />
      {decisions.length === 0 && <p className="text-sm text-muted">{t('review.none')}</p>}
      <ul className="grid divide-y divide-line empty:hidden">
        {decisions.map(({ decision, followUps }) => (
          <li key={decision.id} className="grid gap-1 py-2">
            <p className="flex flex-wrap items-baseline gap-2">
              <Link to={`/w/${slug}/decisions/${decision.id}`} className="numeric font-semibold">
                {decision.reference}
              </Link>
              <DecisionBadge state={decision.state} />
              {decision.by && (
                <span className="text-sm text-muted">
                  {t('dialogues:decision.by', { reference: decision.by })}
                </span>
              )}
            </p>
            <p className="max-w-reading whitespace-pre-line">{decision.text}</p>
            {followUps.length === 0 ? (
              <p className="text-sm text-muted">{t('none')}</p>
            ) : (
              <ul className="grid gap-1 ps-4">
                {followUps.map((followUp) => (
                  <ActionState
                    key={`${followUp.plan.id} ${followUp.action.id}`}
                    slug={slug}
                    followUp={followUp}
                  />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Source({ slug, dialogue }: { slug: string; dialogue: ReviewedDialogue['dialogue'] }) {
  const { t } = useTranslation('followUps');
  const { dateTime } = usePlaceTime(dialogue.timeZone);
  return (
    <p className="text-sm text-muted">
      {t('review.of')}{' '}
      <Link to={`/w/${slug}/dialogues/${dialogue.id}`}>
        {dialogue.number} · {dialogue.title}
      </Link>{' '}
      · <time dateTime={dialogue.startsAt}>{dateTime(dialogue.startsAt)}</time>
    </p>
  );
}

function ActionState({ slug, followUp }: { slug: string; followUp: FollowUp }) {
  const { t } = useTranslation('followUps');
  const { language } = useI18n();
  const { lead, state, action, isOtherLead } = followUp;
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <ActionLink slug={slug} followUp={followUp} />
        <FollowUpBadges followUp={followUp} />
        <InstitutionBadge
          kind={lead.kind}
          acronym={lead.acronym}
          name={institutionName(lead.names, language)}
        />
      </div>
      {state.state === 'declined' && <p className="text-sm whitespace-pre-line">{state.reason}</p>}
      {action.isGone && <p className="text-sm text-muted">{t('gone')}</p>}
      {isOtherLead && <p className="text-sm text-muted">{t('otherLead')}</p>}
    </li>
  );
}
