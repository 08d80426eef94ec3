import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui';
import type { InvitedView } from '#server/features/dialogues';

/** What an institution answered, and on what basis where the convenor recorded it. */
export function AnswerBadge({ answer, answerBasis }: Pick<InvitedView, 'answer' | 'answerBasis'>) {
  const { t } = useTranslation('dialogues');
  if (!answer) return <Badge>{t('answer.open')}</Badge>;
  return (
    <>
      <Badge tone={answer === 'accepted' ? 'positive' : 'warning'}>{t(`answer.${answer}`)}</Badge>
      {answerBasis && (
        <span className="text-sm text-muted">{t('position.recordedOn', { basis: answerBasis })}</span>
      )}
    </>
  );
}
