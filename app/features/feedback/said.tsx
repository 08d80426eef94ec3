import { useTranslation } from 'react-i18next';
import { usePlaceTime } from '#app/features/dialogues';
import { Badge, type Tone } from '#app/ui';
import type { Heard } from '#domain/dialogues/feedback';
import type { GivenFeedback } from '#server/features/feedback';

const tones: Record<Heard, Tone> = {
  yes: 'positive',
  partly: 'warning',
  no: 'critical',
  none_raised: 'neutral',
};

/** What an institution said, and what was replied to it. */
export function Said({ given, timeZone }: { given: GivenFeedback; timeZone: string }) {
  const { t } = useTranslation('feedback');
  const { dateTime } = usePlaceTime(timeZone);
  const { heard, usefulness, text, givenAt, reply, repliedAt, replyState } = given;
  return (
    <div className="grid max-w-reading gap-2">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Badge tone={tones[heard]}>{t(`heardBy.${heard}`)}</Badge>
        {usefulness && <span className="text-sm">{t(`usefulness.${usefulness}`)}</span>}
        <time dateTime={givenAt} className="text-sm text-muted">
          {dateTime(givenAt)}
        </time>
        {replyState === 'awaited' && <Badge tone="info">{t('reply.awaited')}</Badge>}
      </p>
      {text && <p className="whitespace-pre-line">{text}</p>}
      {repliedAt && (
        <div className="grid gap-1 border-s-2 border-line ps-3">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-muted">
            {t('reply.of', { date: dateTime(repliedAt) })}
            {replyState === 'outdated' && <Badge tone="warning">{t('reply.outdated')}</Badge>}
          </p>
          <p className="whitespace-pre-line">{reply}</p>
        </div>
      )}
    </div>
  );
}
