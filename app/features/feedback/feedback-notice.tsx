import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { usePlaceTime } from '#app/features/dialogues';
import { Notice } from '#app/ui';
import { feedbackClosesAt, feedbackStateOf } from '#domain/dialogues/feedback';
import type { DialogueView } from '#server/features/dialogues';

/** Asks those who speak for an invited institution whether it was heard, until it has answered. */
export function FeedbackNotice({
  slug,
  view,
  nowMs,
  isGiven,
}: {
  slug: string;
  view: DialogueView;
  nowMs: number;
  isGiven: boolean;
}) {
  const { t } = useTranslation('feedback');
  const { dateTime } = usePlaceTime(view.timeZone);
  const closesAt = feedbackClosesAt(view);
  if (isGiven || !closesAt || !view.own.maySpeak || feedbackStateOf(view, nowMs) !== 'open') return null;
  return (
    <div className="mb-4">
      <Notice>
        <p>
          {t('notice.asked', { date: dateTime(closesAt) })}{' '}
          <Link to={`/w/${slug}/dialogues/${view.id}/feedback`}>{t('notice.give')}</Link>
        </p>
      </Notice>
    </div>
  );
}
