import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { remainingMs, speaking } from '#domain/dialogues/floor';
import type { DialogueView, ItemView } from '#server/features/dialogues';
import { QuorumLine } from './attendance-board';
import { clockText } from './clock-text';
import { currentItem } from './focus-item';
import { Institution } from './institutions';
import { ItemClock } from './item-clock';
import { StandsByGroup, StandsBySteps } from './room-stands';
import { usePlaceTime } from './time-words';

/** What hangs on the wall, to be read from the last row. It changes nothing. */
export function RoomDisplay({ view, nowMs }: { view: DialogueView; nowMs: number }) {
  const { t } = useTranslation('dialogues');
  const { dateTime } = usePlaceTime(view.timeZone);
  const item = currentItem(view);
  const open = item?.proposals.find(({ state }) => state === 'open');
  const hasBegun = view.startedAt !== null || item !== null;
  const isToCome = !view.endedAt && !view.cancelledAt;
  return (
    <div className="room" data-shows={open ? 'proposal' : undefined}>
      <header className="room-head">
        <h1>{view.title}</h1>
        {hasBegun ? <QuorumLine view={view} /> : <p className="room-start">{dateTime(view.startsAt)}</p>}
      </header>
      {item && (
        <div className="room-item">
          <section aria-labelledby="room-item">
            <h2 id="room-item">{item.title}</h2>
            <p>
              <ItemClock item={item} nowMs={nowMs} isLarge />
            </p>
          </section>
          <OnTheFloor item={item} view={view} nowMs={nowMs} />
        </div>
      )}
      {!item && (hasBegun || !isToCome) && <p className="room-between">{t(between(view))}</p>}
      {!item && isToCome && <WhatComes view={view} />}
      {open && (
        <section className="room-proposal" aria-labelledby="room-proposal">
          <h2 id="room-proposal">{t('proposal.name', { number: open.number })}</h2>
          <p className="room-text" data-length={open.text.length > longText ? 'long' : undefined}>
            {open.text}
          </p>
          <StandsBySteps proposal={open} />
        </section>
      )}
      {open && (
        <div className="room-groups">
          <StandsByGroup proposal={open} />
        </div>
      )}
    </div>
  );
}

/** From so many characters a proposal is set smaller, so that the stands below it stay in sight. */
const longText = 260;

/** The items still to be opened, with their times: what the room reads while it waits. */
function WhatComes({ view }: { view: DialogueView }) {
  const { t } = useTranslation('dialogues');
  const { time } = usePlaceTime(view.timeZone);
  const items = view.items.filter(({ item }) => item.state === 'planned');
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="room-agenda">
      <h2 id="room-agenda">{t('agenda.heading')}</h2>
      <ol className="room-agenda" style={{ '--lines': items.length } as CSSProperties}>
        {items.map(({ id, title, startsAtMs }) => (
          <li key={id}>
            <span className="numeric text-muted">{time(startsAtMs)}</span> <span>{title}</span>
          </li>
        ))}
      </ol>
    </section>
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
    <section className="room-floor" aria-labelledby="room-floor">
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
        <div>
          <p className="text-muted">{t('takePart:floor.next')}</p>
          <ol className="room-waiting">
            {item.floor.waiting.slice(0, 6).map(({ id, institutionId, kind }, index) => (
              <li key={id}>
                {index + 1}. <Institution id={institutionId} />
                {kind !== 'intervention' && <span className="text-muted"> ({t(`floorKind.${kind}`)})</span>}
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}
