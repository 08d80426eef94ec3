import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure, LinkButton, Section } from '#app/ui';
import type { DialogueView, ItemView, ProposalView } from '#server/features/dialogues';
import { ActButton } from './act-button';
import type { ActAnswer } from './frame';
import { PositionForm, recordable } from './position-form';
import { ProposalCard } from './proposal-card';
import { ProposalForm } from './proposal-form';

/** Fetched when there is something to decide. */
const DecisionForm = lazy(async () => ({ default: (await import('./decision-form')).DecisionForm }));

interface Props {
  view: DialogueView;
  item: ItemView;
  earlier: readonly { id: string; reference: string }[];
  freshId: string;
  answer: ActAnswer;
}

/** The proposals under an item, each with what the convenor can do with it now. */
export function ConsoleProposals({ amended, ...props }: Props & { amended: ProposalView | null }) {
  const { t } = useTranslation('dialogues');
  const { view, item, freshId, answer } = props;
  const form = { item, freshId, answer, quorum: view.quorum };
  return (
    <Section title={t('proposal.title')}>
      <div className="grid gap-4">
        {item.proposals.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} timeZone={view.timeZone}>
            <Acts {...props} proposal={proposal} />
          </ProposalCard>
        ))}
        {amended && (
          <div className="card" id="amend">
            <h3 className="mb-2">{t('proposal.amendOf', { number: amended.number })}</h3>
            <ProposalForm key={amended.id} {...form} amended={amended} />
          </div>
        )}
        <Disclosure title={t('proposal.new')}>
          <ProposalForm {...form} amended={null} />
        </Disclosure>
      </div>
    </Section>
  );
}

function Acts({ item, proposal, earlier, freshId, answer }: Props & { proposal: ProposalView }) {
  const { t } = useTranslation('dialogues');
  const { id: proposalId, state, decision, amendedBy } = proposal;
  const isPending = proposal.isOpenToAsker && proposal.verdict?.outcome === 'pending';
  if (state === 'withdrawn') return null;
  if (state === 'closed') {
    const isAdopted = proposal.verdict?.outcome === 'adopted';
    // What was amended is decided in its new text.
    if (decision || (!isAdopted && amendedBy.length > 0)) return null;
    return (
      <>
        {!isAdopted && (
          <LinkButton to={`?item=${item.id}&amends=${proposalId}#amend`} size="small" preventScrollReset>
            {t('proposal.amend')}
          </LinkButton>
        )}
        <Disclosure title={t(isAdopted ? 'decision.adopt' : 'decision.defer')} isOpen={isAdopted}>
          <Suspense>
            <DecisionForm {...{ proposal, earlier, freshId, answer }} />
          </Suspense>
        </Disclosure>
      </>
    );
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <ActButton
          fields={{ act: state === 'draft' ? 'proposal-open' : 'proposal-close', proposalId }}
          variant="primary"
        >
          {t(state === 'draft' ? 'proposal.open' : 'proposal.close')}
        </ActButton>
        <ActButton fields={{ act: 'proposal-withdraw', proposalId }}>{t('proposal.withdraw')}</ActButton>
      </div>
      {isPending && <p className="text-sm text-muted">{t('proposal.pendingHint')}</p>}
      {state === 'open' && proposal.isTaking && recordable(proposal).length > 0 && (
        <Disclosure title={t('position.recordTitle')}>
          <PositionForm {...{ proposal, freshId, answer }} institutionId={null} />
        </Disclosure>
      )}
    </>
  );
}
