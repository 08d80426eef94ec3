import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui';
import type { InvitedView } from '#server/features/dialogues';

export function AnswerBadge({ answer }: { answer: InvitedView['answer'] }) {
  const { t } = useTranslation('dialogues');
  if (!answer) return <Badge>{t('answer.open')}</Badge>;
  return <Badge tone={answer === 'accepted' ? 'positive' : 'warning'}>{t(`answer.${answer}`)}</Badge>;
}
