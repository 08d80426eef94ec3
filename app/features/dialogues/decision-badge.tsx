import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '#app/ui';
import type { DecisionLine } from '#server/features/dialogues';

const tones: Record<DecisionLine['state'], Tone> = {
  adopted: 'positive',
  amended: 'info',
  deferred: 'warning',
  superseded: 'neutral',
};

/** Whether a decision still holds. */
export function DecisionBadge({ state }: Pick<DecisionLine, 'state'>) {
  const { t } = useTranslation('dialogues');
  return <Badge tone={tones[state]}>{t(`decisionState.${state}`)}</Badge>;
}
