import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Section } from '#app/ui';
import type { DialogueView, ItemView } from '#server/features/dialogues';
import { AgendaList } from './agenda-list';
import { AnswerBadge } from './answer-badge';
import { QuorumLine } from './attendance-board';
import { DecisionList } from './decision-list';
import { DelegateList } from './delegation';
import { Institution } from './institutions';
import { ItemMaterials } from './item-materials';
import { ProposalCard } from './proposal-card';
import { SpokenTimes } from './spoken-times';

/** A dialogue to be read: what it is for, its agenda with what became of it, who takes part, what was decided. */
export function DialogueOverview({
  slug,
  view,
  nowMs,
  detailsOf,
}: {
  slug: string;
  view: DialogueView;
  nowMs: number;
  /** What other features know of an item. */
  detailsOf(item: ItemView): ReactNode;
}) {
  const { t } = useTranslation('dialogues');
  return (
    <>
      <Facts view={view} />
      <Section title={t('agenda.heading')}>
        {view.items.length === 0 ? (
          <EmptyState
            title={t('agenda.empty')}
            body={t(view.mayRun ? 'agenda.emptyBody' : 'agenda.emptyReader')}
          />
        ) : (
          <AgendaList view={view} nowMs={nowMs}>
            {(item) => (
              // Decisions lead back to their item here.
              <div id={`item-${item.id}`} className="grid scroll-mt-24 gap-1">
                <ItemMaterials item={item} />
                {detailsOf(item)}
                {item.proposals
                  .filter(({ state }) => state !== 'draft')
                  .map((proposal) => (
                    <ProposalCard key={proposal.id} proposal={proposal} timeZone={view.timeZone} />
                  ))}
              </div>
            )}
          </AgendaList>
        )}
      </Section>
      {view.decisions.length > 0 && (
        <Section
          title={t('decision.heading')}
          actions={<Link to={`/w/${slug}/decisions`}>{t('decision.register')}</Link>}
        >
          <DecisionList slug={slug} decisions={view.decisions} />
        </Section>
      )}
      <Section title={t('invite.heading')}>
        {view.institutions.length === 0 ? (
          <EmptyState
            title={t('invite.none')}
            body={t(view.mayRun ? 'invite.noneBody' : 'invite.noneReader')}
          />
        ) : (
          <Invited view={view} />
        )}
      </Section>
      {view.startedAt && (
        <Section title={t('spoken.title')}>
          <SpokenTimes view={view} nowMs={nowMs} />
        </Section>
      )}
    </>
  );
}

function Facts({ view }: { view: DialogueView }) {
  const { t } = useTranslation('dialogues');
  const { purpose, place, link, languages, isChathamHouse } = view;
  return (
    <div className="mb-6 grid max-w-reading gap-2">
      {purpose && <p className="whitespace-pre-line">{purpose}</p>}
      {(place || link) && (
        <p>
          {place} {link && <a href={link}>{t('overview.join')}</a>}
        </p>
      )}
      {isChathamHouse && <p className="text-sm text-muted">{t('chatham.held')}</p>}
      {languages.length > 0 && (
        <p className="text-sm text-muted">
          {t('overview.languages', {
            languages: languages.map((language) => t(`common:language.${language}`)).join(', '),
          })}
        </p>
      )}
    </div>
  );
}

function Invited({ view }: { view: DialogueView }) {
  const { t } = useTranslation('dialogues');
  return (
    <>
      {view.startedAt && <QuorumLine view={view} />}
      <ul className="grid divide-y divide-line">
        {view.institutions.map((one) => (
          <li key={one.institution.id} className="py-2">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Institution id={one.institution.id} isFull />
              <span className="text-sm text-muted">{t(`group.${one.group}`)}</span>
              <AnswerBadge {...one} />
              {one.attendance && (
                <span className="text-sm text-muted">{t(`attendanceState.${one.attendance.state}`)}</span>
              )}
            </div>
            <DelegateList delegates={one.delegates} />
          </li>
        ))}
      </ul>
    </>
  );
}
