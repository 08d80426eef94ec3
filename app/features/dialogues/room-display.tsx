import { useTranslation } from 'react-i18next';
import { remainingMs, speaking } from '#domain/dialogues/floor';
import type { DialogueView, ItemView } from '#server/features/dialogues';
import { QuorumLine } from './attendance-board';
import { clockText } from './clock-text';
import { currentItem } from './focus-item';
import { Institution } from './institutions';
import { ItemClock } from './item-clock';
import { RoomStands } from './room-stands';

/** What hangs on the wall, to be read from the last row. It changes nothing. */
export function RoomDisplay({ view, nowMs }: { view: DialogueView; nowMs: number }) {
  const { t } = useTranslation('dialogues');
  const item = currentItem(view);
  const open = item?.proposals.find(({ state }) => state === 'open');
  return (
    <div className="room">
      <header className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <h1>{view.title}</h1>
        <QuorumLine view={view} />
      </header>
      {item ? (
        <section className="room-item" aria-labelledby="room-item">
          <h2 id="room-item">{item.title}</h2>
          <p>
            <ItemClock item={item} nowMs={nowMs} isLarge />
          </p>
        </section>
      ) : (
        <p className="text-muted">{t(between(view))}</p>
      )}
      {item && <OnTheFloor item={item} view={view} nowMs={nowMs} />}
      {open && (
        <section className="grid gap-4" aria-labelledby="room-proposal">
          <h2 id="room-proposal">{t('proposal.name', { number: open.number })}</h2>
          <p className="whitespace-pre-line">{open.text}</p>
          <RoomStands proposal={open} />
        </section>
      )}
    </div>
  );
}

function between({ cancelledAt, endedAt }: DialogueView) {
  if (cancelledAt) return 'cancelled.title';
  return endedAt ? 'takePart:ended' : 'takePart:between';
}

function OnTheFloor({ item, view, nowMs }: { item: ItemView; view: DialogueView; nowMs: number }) {
  const { t } = useTranslation('dialogues');
  const current = speaking(item.floor);
  const rest = remainingMs(item.floor, view.limits, nowMs);
  return (
    <section className="grid gap-3" aria-labelledby="room-floor">
      <h2 id="room-floor" className="sr-only">
        {t('takePart:floor.title')}
      </h2>
      {current && (
        <p className="room-speaker">
          <Institution id={current.institutionId} isFull />
          {rest !== null && (
            <span role="timer" className={rest < 0 ? 'numeric text-critical' : 'numeric'}>
              {clockText(rest)}
            </span>
          )}
        </p>
      )}
      {item.floor.waiting.length > 0 && (
        <>
          <p className="text-muted">{t('takePart:floor.next')}</p>
          <ol className="flex flex-wrap gap-x-8 gap-y-2">
            {item.floor.waiting.slice(0, 6).map(({ id, institutionId, kind }, index) => (
              <li key={id}>
                {index + 1}. <Institution id={institutionId} />
                {kind !== 'intervention' && <span className="text-muted"> ({t(`floorKind.${kind}`)})</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
