import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '#app/ui';
import type { ItemState } from '#domain/dialogues/agenda-item';
import type { DialogueView, ItemView } from '#server/features/dialogues';
import { ItemClock } from './item-clock';
import { usePlaceTime } from './time-words';

const toneOf: Record<ItemState['state'], Tone> = {
  planned: 'neutral',
  running: 'accent',
  paused: 'warning',
  closed: 'positive',
  postponed: 'neutral',
};

/** The agenda as the reader may know it, with what each place adds to an item. */
export function AgendaList({
  view,
  nowMs,
  markOf,
  children,
}: {
  view: DialogueView;
  nowMs: number;
  /** What marks a line while items are moved. */
  markOf?: (index: number, count: number) => Record<`data-${string}`, unknown>;
  children?: (item: ItemView, index: number) => ReactNode;
}) {
  const { t } = useTranslation('dialogues');
  const { time } = usePlaceTime(view.timeZone);
  return (
    <ol className="grid divide-y divide-line">
      {view.items.map((item, index) => (
        <li
          key={item.id}
          className="grid gap-1 py-3"
          aria-current={isCurrent(item) ? 'step' : undefined}
          {...markOf?.(index, view.items.length)}
        >
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="numeric text-sm text-muted max-sm:w-full">
              {time(item.startsAtMs)}–{time(item.endsAtMs)}
            </span>
            <h3 className="min-w-0">
              {index + 1}. {item.title}
            </h3>
            <Badge>{t(`purpose.${item.purpose}`)}</Badge>
            {item.confidentiality !== 'public' && (
              <Badge tone="warning" icon="lock">
                {t(`confidentiality.${item.confidentiality}`)}
              </Badge>
            )}
            {item.item.state !== 'planned' && (
              <Badge tone={toneOf[item.item.state]}>{t(`itemState.${item.item.state}`)}</Badge>
            )}
          </div>
          <p className="text-sm text-muted">
            {item.presenter && <>{t('agenda.presents', { presenter: item.presenter })} · </>}
            {item.item.state === 'planned' ? (
              t('agenda.minutes', { count: item.plannedMinutes })
            ) : (
              <ItemClock item={item} nowMs={nowMs} />
            )}
          </p>
          {children?.(item, index)}
        </li>
      ))}
    </ol>
  );
}

function isCurrent({ item }: ItemView): boolean {
  return item.state === 'running';
}
