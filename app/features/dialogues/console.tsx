import { Link } from '@remix-run/react';
import { type ReactNode, useEffect, useState } from 'react';
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
import { useTaken } from './use-taken';

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
  const { view, nowMs, itemId, amendsId, freshId } = props;
  /** Items whose forms someone has begun to fill in: what was typed stays, whatever is looked at. */
  const [begun, setBegun] = useState<readonly string[]>([]);
  const [heldId, setHeldId] = useState<string | null>(null);
  const current = currentItem(view);
  const next = current ? undefined : view.items.find(({ item }) => item.state === 'planned');
  /** Stays in sight when it is closed, until the next one is opened. */
  const [latestId, setLatestId] = useState<string | null>(null);
  if (current && current.id !== latestId) setLatestId(current.id);
  const closedLast = view.items.filter(({ item }) => item.state === 'closed').at(-1);
  const itemOf = (wanted: string | null) => view.items.find(({ id }) => id === wanted);
  // The page of someone who writes does not turn when another convenor goes on.
  const focus =
    itemOf(itemId) ?? itemOf(heldId) ?? current ?? itemOf(latestId) ?? closedLast ?? view.items[0];

  const letGo = () => setHeldId(null);
  const taken = useTaken();
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each form that was taken.
  useEffect(letGo, [taken]);

  function begin({ id }: ItemView): void {
    if (!begun.includes(id)) setBegun([...begun, id]);
    setHeldId(id);
  }

  return (
    <div className="console" data-idle={current ? undefined : true}>
      {/* First, for a phone: what is under way. On a wide screen it stands to the end of the agenda. */}
      {view.items
        .filter((item) => item === focus || begun.includes(item.id))
        .map((item) => (
          <div key={item.id} hidden={item !== focus} className="console-item" onInput={() => begin(item)}>
            <Focus {...props} item={item} />
          </div>
        ))}
      <div className="console-agenda">
        <Section title={t('console.agenda')} actions={<Sitting view={view} />}>
          {view.items.length === 0 && <EmptyState title={t('agenda.empty')} body={t('agenda.emptyBody')} />}
          {/* Whoever goes on themselves turns the page. */}
          <div onSubmit={letGo}>
            <AgendaList view={view} nowMs={nowMs}>
              {(item) => (
                <ItemActs
                  item={item}
                  isOver={view.endedAt !== null}
                  isNext={item === next && view.startedAt !== null}
                >
                  {item !== focus && (
                    <Link
                      to={`?${item === current ? '' : `item=${item.id}`}${amendsId ? `&amends=${amendsId}` : ''}`}
                      onClick={letGo}
                      preventScrollReset
                      className="text-sm"
                      aria-label={t('console.lookAtItem', { title: item.title })}
                    >
                      {t('console.lookAt')}
                    </Link>
                  )}
                </ItemActs>
              )}
            </AgendaList>
          </div>
        </Section>
        <Section title={t('attendance.title')}>
          <AttendanceBoard view={view} freshId={freshId} />
        </Section>
      </div>
    </div>
  );
}

function Sitting({ view }: { view: DialogueView }) {
  const { t } = useTranslation('dialogues');
  if (view.endedAt)
    return (
      <>
        <span className="text-muted">{t('state.ended')}</span>
        <ActButton fields={{ act: 'resume' }}>{t('console.resume')}</ActButton>
      </>
    );
  return (
    <>
      {view.startedAt && !hasRecord(view) && (
        <ActButton fields={{ act: 'unstart' }}>{t('console.unstart')}</ActButton>
      )}
      <ActButton
        fields={{ act: view.startedAt ? 'end' : 'start' }}
        variant={view.startedAt ? 'secondary' : 'primary'}
      >
        {t(view.startedAt ? 'console.end' : 'console.start')}
      </ActButton>
    </>
  );
}

/** Whether anything was said, marked or put to the room: until then the beginning can be taken back. */
function hasRecord({ items, institutions }: DialogueView): boolean {
  const isUsed = ({ floor, proposals }: ItemView) =>
    floor.heard.length > 0 || proposals.some(({ state }) => state !== 'draft');
  return items.some(isUsed) || institutions.some(({ attendance }) => attendance);
}

function ItemActs({
  item,
  isOver,
  isNext,
  children,
}: {
  item: ItemView;
  isOver: boolean;
  isNext: boolean;
  /** How to look at it. */
  children: ReactNode;
}) {
  const { t } = useTranslation('dialogues');
  return (
    <div className="flex flex-wrap items-center gap-2">
      {(isOver ? [] : actsIn[item.item.state]).map((itemAct, index) => (
        <ActButton
          // The first button stays the same one while its act changes, so that the keyboard stays on it.
          key={index === 0 ? 'first' : itemAct}
          fields={{ act: 'item', itemId: item.id, itemAct }}
          variant={itemAct === 'open' && isNext ? 'primary' : 'secondary'}
          label={t('console.actOn', { act: t(`itemAct.${itemAct}`), title: item.title })}
        >
          {t(`itemAct.${itemAct}`)}
        </ActButton>
      ))}
      {children}
    </div>
  );
}

function Focus({ item, ...props }: ConsoleProps & { item: ItemView }) {
  const { t } = useTranslation('dialogues');
  const { view, nowMs, freshId, answer, earlier, amendsId } = props;
  const isUnderWay = !view.endedAt && (item.item.state === 'running' || item.item.state === 'paused');
  return (
    <>
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
    </>
  );
}
