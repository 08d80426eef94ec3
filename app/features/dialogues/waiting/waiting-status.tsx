import { useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton, Notice } from '#app/ui';
import { type KeptAct, pendingIn } from '#domain/dialogues/waiting-acts';
import type { DialogueView } from '#server/features/dialogues';
import { usePlaceTime } from '../time-words';
import { useActWords } from './act-words';
import { useWaiting } from './waiting-context';

/** How much waits for the network and why, each with a way to take it back; and what was refused on arrival. */
export function WaitingStatus({ view }: { view: DialogueView }) {
  const { t } = useTranslation('waiting');
  const { pathname } = useLocation();
  const { acts, waiting } = useWaiting();
  const pending = waiting.heldBy === null ? [] : pendingIn(waiting.queue);
  return (
    <div className="mb-4 grid gap-3 empty:hidden">
      <div role="status" className="empty:hidden">
        {pending.length > 0 && (
          <Notice tone="warning" title={t('count', { count: pending.length })}>
            <p>{t(`heldBy.${waiting.heldBy}`)}</p>
            {waiting.heldBy === 'sign_in' && (
              <LinkButton
                to={`/sign-in?${new URLSearchParams({ next: pathname })}`}
                size="small"
                reloadDocument
              >
                {t('signIn')}
              </LinkButton>
            )}
          </Notice>
        )}
      </div>
      {pending.length > 0 && (
        <ul className="grid gap-2" aria-label={t('list')}>
          {pending.map((kept) => (
            <Line key={kept.id} {...{ view, kept }} act="takeBack" onAct={() => acts?.takeBack(kept.id)} />
          ))}
        </ul>
      )}
      {waiting.queue.map(
        (kept) =>
          kept.state.name === 'refused' && (
            <Refused key={kept.id} {...{ view, kept }} onDismiss={() => acts?.dismiss(kept.id)} />
          ),
      )}
    </div>
  );
}

function Line({
  view,
  kept,
  act,
  onAct,
}: {
  view: DialogueView;
  kept: KeptAct;
  act: 'takeBack' | 'dismiss';
  onAct: () => void;
}) {
  const { t } = useTranslation('waiting');
  const { time } = usePlaceTime(view.timeZone);
  const words = useActWords(view);
  const what = words.of(kept.act);
  const entered = words.enteredIn(kept.act);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-0">
        <span className="numeric text-muted">{time(kept.madeAtMs)}</span> {what}
        {entered && <span className="block text-sm text-muted">{t('entered', { text: entered })}</span>}
      </span>
      <Button size="small" onClick={onAct} aria-label={t(`${act}Of`, { what })}>
        {t(act)}
      </Button>
    </li>
  );
}

function Refused({ view, kept, onDismiss }: { view: DialogueView; kept: KeptAct; onDismiss: () => void }) {
  const { t } = useTranslation('waiting');
  const words = useActWords(view);
  if (kept.state.name !== 'refused') return null;
  return (
    <Notice tone="critical" role="alert" title={t('refused')}>
      <p>{words.why(kept.state.why)}</p>
      <ul>
        <Line {...{ view, kept }} act="dismiss" onAct={onDismiss} />
      </ul>
    </Notice>
  );
}
