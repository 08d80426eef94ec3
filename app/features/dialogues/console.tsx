import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Disclosure, EmptyState, Section } from '#app/ui';
import type { ItemAct } from '#domain/dialogues/agenda-item';
import type { DialogueView, ItemView } from '#server/features/dialogues';
import { ActButton } from './act-button';
import { AgendaList } from './agenda-list';
import { AttendanceBoard } from './attendance-board';
import { ConsoleProposals } from './console-proposals';
import { FloorForm } from './floor-form';
import { currentItem } from './focus-item';
import type { ActAnswer } from './frame';
import { ItemClock } from './item-clock';
import { SpeakersList } from './speakers-list';
import { SpokenTimes } from './spoken-times';

export interface ConsoleProps {
  view: DialogueView;
  earlier: readonly { id: string; reference: string }[];
  freshId: string;
  nowMs: number;
  answer: ActAnswer;
  /** From the address: the item looked at, and the proposal being amended. */
  itemId: string | null;
  amendsId: string | null;
}

const actsIn: Record<ItemView['item']['state'], ItemAct[]> = {
  planned: ['open', 'postpone'],
  running: ['pause', 'close', 'postpone'],
  paused: ['resume', 'close', 'postpone'],
  closed: ['reopen'],
  postponed: ['reopen'],
};

/** Everything that a convenor runs a sitting with. */
export function Console(props: ConsoleProps) {
  const { t } = useTranslation('dialogues');
  const { view, nowMs, itemId, freshId } = props;
  const focus = view.items.find(({ id }) => id === itemId) ?? currentItem(view) ?? view.items[0];
  return (
    <div className="console">
      <div className="min-w-0">
        <Section title={t('console.agenda')} actions={<Sitting view={view} />}>
          {view.items.length === 0 && <EmptyState title={t('agenda.empty')} body={t('agenda.emptyBody')} />}
          <AgendaList view={view} nowMs={nowMs}>
            {(item) => <ItemActs item={item} isFocus={item.id === focus?.id} />}
          </AgendaList>
        </Section>
        <Section title={t('attendance.title')}>
          <AttendanceBoard view={view} freshId={freshId} />
        </Section>
      </div>
      {focus && <Focus key={focus.id} {...props} item={focus} />}
    </div>
  );
}

function Sitting({ view }: { view: DialogueView }) {
  const { t } = useTranslation('dialogues');
  if (view.endedAt) return <span className="text-muted">{t('state.ended')}</span>;
  return (
    <ActButton fields={{ act: view.startedAt ? 'end' : 'start' }}>
      {t(view.startedAt ? 'console.end' : 'console.start')}
    </ActButton>
  );
}

function ItemActs({ item, isFocus }: { item: ItemView; isFocus: boolean }) {
  const { t } = useTranslation('dialogues');
  return (
    <div className="flex flex-wrap items-center gap-2">
      {actsIn[item.item.state].map((itemAct, index) => (
        <ActButton
          // The first button stays the same one while its act changes, so that the keyboard stays on it.
          key={index === 0 ? 'first' : itemAct}
          fields={{ act: 'item', itemId: item.id, itemAct }}
          variant={itemAct === 'open' && isFocus ? 'primary' : 'secondary'}
          label={t('console.actOn', { act: t(`itemAct.${itemAct}`), title: item.title })}
        >
          {t(`itemAct.${itemAct}`)}
        </ActButton>
      ))}
      {!isFocus && (
        <Link
          to={`?item=${item.id}`}
          preventScrollReset
          className="text-sm"
          aria-label={t('console.lookAtItem', { title: item.title })}
        >
          {t('console.lookAt')}
        </Link>
      )}
    </div>
  );
}

function Focus({ item, ...props }: ConsoleProps & { item: ItemView }) {
  const { t } = useTranslation('dialogues');
  const { view, nowMs, freshId, answer, earlier, amendsId } = props;
  const isUnderWay = item.item.state === 'running' || item.item.state === 'paused';
  return (
    <div className="min-w-0">
      <Section title={item.title}>
        <p className="mb-3">
          <ItemClock item={item} nowMs={nowMs} isLarge />
        </p>
        {isUnderWay && (
          <>
            <SpeakersList item={item} limits={view.limits} nowMs={nowMs} mayOrder />
            <div className="mt-3">
              <Disclosure title={t('floor.enter')}>
                <FloorForm view={view} item={item} isForAnother freshId={freshId} answer={answer} />
              </Disclosure>
            </div>
          </>
        )}
        <div className="mt-3">
          <Disclosure title={t('spoken.title')}>
            <SpokenTimes view={view} nowMs={nowMs} />
          </Disclosure>
        </div>
      </Section>
      <ConsoleProposals
        {...{ view, item, freshId, answer, earlier }}
        amended={item.proposals.find(({ id }) => id === amendsId) ?? null}
      />
    </div>
  );
}
