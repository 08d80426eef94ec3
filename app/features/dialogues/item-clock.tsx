import { useTranslation } from 'react-i18next';
import { spentMs } from '#domain/dialogues/agenda-item';
import type { ItemView } from '#server/features/dialogues';
import { clockText } from './clock-text';

/** What an item has taken against what was planned; over time it says by how much, not by colour alone. */
export function ItemClock({
  item,
  nowMs,
  isLarge = false,
}: {
  item: Pick<ItemView, 'item' | 'plannedMinutes'>;
  nowMs: number;
  isLarge?: boolean;
}) {
  const { t } = useTranslation('dialogues');
  const spent = spentMs(item.item, nowMs);
  const planned = item.plannedMinutes * 60_000;
  const isOver = spent > planned;
  return (
    <span role="timer" className={isOver ? 'text-critical' : undefined}>
      <span className={isLarge ? 'dialogue-clock' : 'numeric font-semibold'}>{clockText(spent)}</span>
      <span className="text-sm text-muted"> {t('clock.of', { planned: clockText(planned) })}</span>
      {isOver && <span className="text-sm"> {t('clock.over', { by: clockText(spent - planned) })}</span>}
    </span>
  );
}
