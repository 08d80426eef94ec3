import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '#app/ui';
import type { CycleEventState } from '#domain/funding-cycles/kinds';

const tones: Record<CycleEventState, Tone> = {
  indicative: 'neutral',
  confirmed: 'positive',
  changed: 'warning',
  cancelled: 'critical',
};

export function StateBadge({ state }: { state: CycleEventState }) {
  const { t } = useTranslation('cycles');
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
