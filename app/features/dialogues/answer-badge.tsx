import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui';
import type { InvitedView } from '#server/features/dialogues';

/** What an institution has answered; one that answered to a former date is asked again. */
export function AnswerBadge({ answer, former }: Pick<InvitedView, 'answer' | 'former'>) {
  const { t } = useTranslation('dialogues');
  if (!answer && former) return <Badge tone="warning">{t(`answers:former.${former}`)}</Badge>;
  if (!answer) return <Badge>{t('answers:open')}</Badge>;
  return <Badge tone={answer === 'accepted' ? 'positive' : 'warning'}>{t(`answer.${answer}`)}</Badge>;
}
