import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui';
import {
  type FloorLimits,
  type FloorRequest,
  lengthMs,
  remainingMs,
  speaking,
  suggestedNext,
} from '#domain/dialogues/floor';
import { requestIdOf } from '#domain/dialogues/waiting-acts';
import type { ItemView } from '#server/features/dialogues';
import { ActButton } from './act-button';
import { clockText } from './clock-text';
import { Institution, useInstitutionNames } from './institutions';
import { TakeBackButton } from './take-back-button';
import { Unsent } from './waiting/unsent';

/** Who has the floor and who waits for it; the convenor gives it, in the order that they choose. */
export function SpeakersList({
  item,
  limits,
  nowMs,
  mayOrder = false,
}: {
  item: ItemView;
  limits: FloorLimits;
  nowMs: number;
  mayOrder?: boolean;
}) {
  const { t } = useTranslation('dialogues');
  const { floor } = item;
  const suggested = suggestedNext(floor, nowMs);
  return (
    <div className="grid gap-2">
      <Speaker item={item} limits={limits} nowMs={nowMs} mayEnd={mayOrder} />
      {floor.waiting.length === 0 ? (
        <p className="text-muted">{t('floor.nobodyWaits')}</p>
      ) : (
        <ol className="grid divide-y divide-line" aria-label={t('floor.waiting')}>
          {floor.waiting.map((request, index) => (
            <li key={request.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <span className="numeric text-muted">{index + 1}.</span>
              <Institution id={request.institutionId} />
              {request.speaker && <span className="min-w-0 text-sm text-muted">{request.speaker}</span>}
              {request.kind !== 'intervention' && (
                <Badge tone={request.kind === 'point_of_order' ? 'warning' : 'neutral'}>
                  {t(`floorKind.${request.kind}`)}
                </Badge>
              )}
              <Unsent of={(kept) => requestIdOf(kept) === request.id} />
              {mayOrder && suggested?.id === request.id && <Badge tone="info">{t('floor.suggested')}</Badge>}
              {mayOrder && (
                <Orders
                  item={item}
                  request={request}
                  index={index}
                  isSuggested={suggested?.id === request.id}
                />
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Speaker({
  item,
  limits,
  nowMs,
  mayEnd,
}: {
  item: ItemView;
  limits: FloorLimits;
  nowMs: number;
  mayEnd: boolean;
}) {
  const { t } = useTranslation('dialogues');
  const nameOf = useInstitutionNames();
  const current = speaking(item.floor);
  const last = item.floor.heard.at(-1);
  const rest = remainingMs(item.floor, limits, nowMs);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1" aria-live="polite">
      {current ? (
        <>
          <span className="font-semibold">{t('floor.speaks')}</span>
          <Institution id={current.institutionId} />
          {current.speaker && <span className="text-sm text-muted">{current.speaker}</span>}
          {current.kind !== 'intervention' && <Badge>{t(`floorKind.${current.kind}`)}</Badge>}
          <span role="timer" className={rest !== null && rest < 0 ? 'text-critical' : 'text-muted'}>
            <span className="numeric">{clockText(lengthMs(current, nowMs))}</span>
            {rest !== null && (
              <span className="text-sm">
                {' '}
                {t(rest < 0 ? 'clock.over' : 'clock.left', { by: clockText(Math.abs(rest)) })}
              </span>
            )}
          </span>
          {mayEnd && (
            <ActButton
              fields={{ act: 'floor-order', order: 'end', itemId: item.id, requestId: current.id }}
              label={t('floor.endOf', { institution: nameOf(current.institutionId) })}
            >
              {t('floor.end')}
            </ActButton>
          )}
        </>
      ) : (
        <span className="text-muted">{t('floor.nobodySpeaks')}</span>
      )}
      {mayEnd && last && (
        // At the other end of the line, so that it never comes under the finger that clicks “End” twice.
        <span className="ms-auto">
          <TakeBackButton
            fields={{ act: 'floor-order', order: 'takeBack', itemId: item.id, requestId: last.id }}
            label={t('floor.takeBack', { institution: nameOf(last.institutionId) })}
          />
        </span>
      )}
    </div>
  );
}

/** Buttons alone, so that the list is ordered by keyboard and on a phone as by mouse. */
function Orders({
  item,
  request,
  index,
  isSuggested,
}: {
  item: ItemView;
  request: FloorRequest;
  index: number;
  isSuggested: boolean;
}) {
  const { t } = useTranslation('dialogues');
  const institution = useInstitutionNames()(request.institutionId);
  const fields = { act: 'floor-order', itemId: item.id, requestId: request.id };
  const isLast = index === item.floor.waiting.length - 1;
  return (
    <span className="ms-auto flex items-center gap-1">
      {item.item.state === 'running' && (
        <ActButton
          fields={{ ...fields, order: 'give' }}
          label={t('floor.giveTo', { institution })}
          variant={isSuggested ? 'primary' : 'secondary'}
        >
          {t('floor.give')}
        </ActButton>
      )}
      {index > 0 && (
        <ActButton
          fields={{ ...fields, order: 'move', toIndex: String(index - 1) }}
          icon="arrowUp"
          label={t('floor.up', { institution })}
        />
      )}
      {!isLast && (
        <ActButton
          fields={{ ...fields, order: 'move', toIndex: String(index + 1) }}
          icon="arrowDown"
          label={t('floor.down', { institution })}
        />
      )}
      <ActButton
        fields={{ ...fields, order: 'remove' }}
        icon="close"
        label={t('floor.remove', { institution })}
      />
    </span>
  );
}
