import { Link } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, Section } from '#app/ui';
import { requestIdOf } from '#domain/dialogues/waiting-acts';
import type { DialogueView, ItemView, ProposalView } from '#server/features/dialogues';
import { ActButton } from './act-button';
import { QuorumLine } from './attendance-board';
import { Delegation } from './delegation';
import { FloorForm } from './floor-form';
import { currentItem } from './focus-item';
import type { ActAnswer } from './frame';
import { ItemClock } from './item-clock';
import { ItemMaterials } from './item-materials';
import { PositionForm } from './position-form';
import { ProposalCard } from './proposal-card';
import { SpeakersList } from './speakers-list';
import { Unsent } from './waiting/unsent';

interface Props {
  slug: string;
  view: DialogueView;
  freshId: string;
  nowMs: number;
  answer: ActAnswer;
}

/** The page in a delegate's hand: what is under way, the floor, and the position of the own institution. */
export function TakePart(props: Props) {
  const { t } = useTranslation('dialogues');
  const { slug, view, nowMs, freshId, answer } = props;
  const own = view.institutions.find(({ institution }) => institution.id === view.own.institutionId);
  const item = currentItem(view);
  return (
    <div className="max-w-reading">
      {!view.own.maySpeak && (
        <div className="mb-4">
          <Notice>
            <p>{t(view.own.isInvited ? 'takePart:observer' : 'takePart:notInvited')}</p>
          </Notice>
        </div>
      )}
      {item ? (
        <Section title={item.title}>
          <p className="mb-3">
            <ItemClock item={item} nowMs={nowMs} isLarge />
          </p>
          <SpeakersList item={item} limits={view.limits} nowMs={nowMs} />
          <ItemMaterials item={item} />
          {view.own.maySpeak && !view.isFinal && <OwnFloor {...props} item={item} />}
        </Section>
      ) : (
        <Between view={view} slug={slug} />
      )}
      <OpenProposals {...props} />
      {view.startedAt && <QuorumLine view={view} />}
      {view.own.maySpeak && own && !view.endedAt && !view.isFinal && (
        <Delegation own={own} freshId={freshId} answer={answer} />
      )}
    </div>
  );
}

/** Before, between items and after: what is next, or where to read on. */
function Between({ view, slug }: { view: DialogueView; slug: string }) {
  const { t } = useTranslation('takePart');
  const at = `/w/${slug}/dialogues/${view.id}`;
  if (!view.endedAt) return <p className="mb-4 text-muted">{t(view.startedAt ? 'between' : 'before')}</p>;
  return (
    <Section title={t('ended')} lead={t('readOn.lead')}>
      <ul className="grid gap-2">
        <li>
          <Link to={`${at}/minutes`}>{t('readOn.minutes')}</Link>
        </li>
        <li>
          <Link to={at}>{t('readOn.decisions', { count: view.decisions.length })}</Link>
        </li>
        <li>
          <Link to={`${at}/feedback`}>{t('readOn.feedback')}</Link>
        </li>
      </ul>
    </Section>
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
          <span>{t('takePart:asked', { kind: t(`floorKind.${kind}`) })}</span>
          <Unsent of={(kept) => requestIdOf(kept) === id} />
          <ActButton
            fields={{ act: 'floor-withdraw', itemId: item.id, requestId: id }}
            waits={{ act: 'floor-withdraw', itemId: item.id, requestId: id }}
          >
            {t('takePart:withdraw')}
          </ActButton>
        </div>
      ))}
    </div>
  );
}

function OpenProposals(props: Props) {
  const { t } = useTranslation('dialogues');
  /** Those on which something is written that was not sent: it stays when the proposal is closed meanwhile. */
  const [begun, setBegun] = useState<readonly string[]>([]);
  const shown = props.view.items
    .flatMap(({ proposals }) => proposals)
    .filter(({ id, state }) => state === 'open' || begun.includes(id));
  if (shown.length === 0) return null;
  return (
    <Section title={t('takePart:positions')}>
      <div className="grid gap-4">
        {shown.map((proposal) => {
          const others = begun.filter((id) => id !== proposal.id);
          return (
            <ProposalCard key={proposal.id} proposal={proposal} timeZone={props.view.timeZone}>
              <div className="grid gap-3" onInput={() => setBegun([...others, proposal.id])}>
                <OwnPosition
                  {...{ ...props, proposal }}
                  isBegun={begun.includes(proposal.id)}
                  onSent={() => setBegun(others)}
                />
              </div>
            </ProposalCard>
          );
        })}
      </div>
    </Section>
  );
}

function OwnPosition({
  view: { own },
  proposal,
  isBegun,
  onSent,
  freshId,
  answer,
}: Props & { proposal: ProposalView; isBegun: boolean; onSent(): void }) {
  const { t } = useTranslation('dialogues');
  const { institutionId, maySpeak } = own;
  const isEligible = proposal.eligible.some((one) => one.institutionId === institutionId);
  if (!maySpeak || !isEligible || !(proposal.isTaking || isBegun)) return null;
  return (
    <>
      {!proposal.isTaking && (
        <Notice tone="warning" role="status">
          <p>{t('takePart:closedMeanwhile')}</p>
        </Notice>
      )}
      <fieldset disabled={!proposal.isTaking} className="contents">
        <PositionForm {...{ proposal, institutionId, freshId, answer, isBegun, onSent }} />
      </fieldset>
    </>
  );
}
