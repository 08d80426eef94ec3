import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui';
import type { InvitedView } from '#server/features/dialogues';

/** What an institution answered, and on what basis where the convenor recorded it; to a former date, it is asked again. */
export function AnswerBadge({
  answer,
  former,
  answerBasis,
}: Pick<InvitedView, 'answer' | 'former' | 'answerBasis'>) {
  const { t } = useTranslation('dialogues');
  if (!answer && former) return <Badge tone="warning">{t(`answers:former.${former}`)}</Badge>;
  if (!answer) return <Badge>{t('answers:open')}</Badge>;
  return (
    <>
      <Badge tone={answer === 'accepted' ? 'positive' : 'warning'}>{t(`answer.${answer}`)}</Badge>
      {answerBasis && (
        <span className="text-sm text-muted">{t('position.recordedOn', { basis: answerBasis })}</span>
      )}
    </>
  );
}
