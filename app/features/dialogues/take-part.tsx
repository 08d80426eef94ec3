import { useTranslation } from 'react-i18next';
import { Notice, Section } from '#app/ui';
import { requestIdOf } from '#domain/dialogues/waiting-acts';
import type { DialogueView, ItemView } from '#server/features/dialogues';
import { ActButton } from './act-button';
import { QuorumLine } from './attendance-board';
import { Delegation } from './delegation';
import { FloorForm } from './floor-form';
import { currentItem } from './focus-item';
import type { ActAnswer } from './frame';
import { ItemClock } from './item-clock';
import { PositionForm } from './position-form';
import { ProposalCard } from './proposal-card';
import { SpeakersList } from './speakers-list';
import { Unsent } from './waiting/unsent';

interface Props {
  view: DialogueView;
  freshId: string;
  nowMs: number;
  answer: ActAnswer;
}

/** The page in a delegate's hand: what is under way, the floor, and the position of the own institution. */
export function TakePart(props: Props) {
  const { t } = useTranslation('dialogues');
  const { view, nowMs, freshId, answer } = props;
  const own = view.institutions.find(({ institution }) => institution.id === view.own.institutionId);
  const item = currentItem(view);
  return (
    <div className="mx-auto max-w-reading">
      {!view.own.maySpeak && (
        <div className="mb-4">
          <Notice>
            <p>{t(view.own.isInvited ? 'takePart.observer' : 'takePart.notInvited')}</p>
          </Notice>
        </div>
      )}
      {item ? (
        <Section title={item.title}>
          <p className="mb-3">
            <ItemClock item={item} nowMs={nowMs} isLarge />
          </p>
          <SpeakersList item={item} limits={view.limits} nowMs={nowMs} />
          {view.own.maySpeak && <OwnFloor {...props} item={item} />}
        </Section>
      ) : (
        <p className="mb-4 text-muted">{t(view.endedAt ? 'takePart.ended' : 'takePart.between')}</p>
      )}
      <OpenProposals {...props} />
      <QuorumLine view={view} />
      {view.own.maySpeak && own && <Delegation own={own} freshId={freshId} answer={answer} />}
    </div>
  );
}

function OwnFloor({ view, item, freshId, answer }: Props & { item: ItemView }) {
  const { t } = useTranslation('dialogues');
  const own = item.floor.waiting.filter(({ institutionId }) => institutionId === view.own.institutionId);
  return (
    <div className="mt-4 grid gap-3">
      <FloorForm {...{ view, item, freshId, answer }} isForAnother={false} />
      {/* Below, so that no button to withdraw comes under the finger that clicks twice. */}
      {own.map(({ id, kind }) => (
        <div key={id} className="flex flex-wrap items-center gap-3">
          <span>{t('floor.asked', { kind: t(`floorKind.${kind}`) })}</span>
          <Unsent of={(kept) => requestIdOf(kept) === id} />
          <ActButton
            fields={{ act: 'floor-withdraw', itemId: item.id, requestId: id }}
            waits={{ act: 'floor-withdraw', itemId: item.id, requestId: id }}
          >
            {t('floor.withdraw')}
          </ActButton>
        </div>
      ))}
    </div>
  );
}

function OpenProposals({ view, freshId, answer }: Props) {
  const { t } = useTranslation('dialogues');
  const open = view.items.flatMap(({ proposals }) => proposals).filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  const { institutionId, maySpeak } = view.own;
  return (
    <Section title={t('takePart.positions')}>
      <div className="grid gap-4">
        {open.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} timeZone={view.timeZone}>
            {maySpeak &&
              proposal.isTaking &&
              proposal.eligible.some((one) => one.institutionId === institutionId) && (
                <PositionForm {...{ proposal, institutionId, freshId, answer }} />
              )}
          </ProposalCard>
        ))}
      </div>
    </Section>
  );
}
