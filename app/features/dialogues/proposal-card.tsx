import { Link, useParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Disclosure, type Tone } from '#app/ui';
import type { ProposalView } from '#server/features/dialogues';
import { Institution } from './institutions';
import { RoomStands } from './room-stands';
import { useRuleWords } from './rule-words';
import { SourceQuote } from './source-quote';
import { usePlaceTime } from './time-words';
import { useIsUnsent } from './waiting/waiting-context';

const outcomeTones: Record<string, Tone> = {
  adopted: 'positive',
  not_adopted: 'critical',
  pending: 'neutral',
};

/** A proposal with its text, how it is decided, where the room stands and what that comes to. */
export function ProposalCard({
  proposal,
  timeZone,
  children,
}: {
  proposal: ProposalView;
  timeZone: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation('dialogues');
  const { ruleText } = useRuleWords(timeZone);
  const { slug } = useParams();
  const { number, state, amends, amendedBy, verdict, decision, source } = proposal;
  return (
    <article className="card grid gap-3" aria-label={t('proposal.name', { number })}>
      <div className="flex flex-wrap items-baseline gap-2">
        <h3>{t('proposal.name', { number })}</h3>
        {state === 'closed' && verdict ? (
          <Badge tone={outcomeTones[verdict.outcome]}>{t(`outcome.${verdict.outcome}`)}</Badge>
        ) : (
          <Badge tone={state === 'open' ? 'accent' : 'neutral'}>{t(`proposalState.${state}`)}</Badge>
        )}
        {amends && (
          <span className="text-sm text-muted">{t('proposal.amends', { number: amends.number })}</span>
        )}
        {amendedBy.map((other) => (
          <span key={other} className="text-sm text-muted">
            {t('proposal.amendedBy', { number: other })}
          </span>
        ))}
        {decision && (
          <Badge tone="positive">
            <Link to={`/w/${slug}/decisions/${decision.id}`}>{decision.reference}</Link>
          </Badge>
        )}
      </div>
      <p className="max-w-reading whitespace-pre-line">{proposal.text}</p>
      {source && <SourceQuote source={source} />}
      <p className="text-sm text-muted">
        {ruleText(proposal.rule)} {proposal.isHidden && t('proposal.isHidden')}
      </p>
      {(state === 'open' || state === 'closed') && <RoomStands proposal={proposal} />}
      <VerdictText proposal={proposal} timeZone={timeZone} />
      <History proposal={proposal} timeZone={timeZone} />
      {children}
    </article>
  );
}

function VerdictText({ proposal, timeZone }: { proposal: ProposalView; timeZone: string }) {
  const { t } = useTranslation('dialogues');
  const { reasonsOf } = useRuleWords(timeZone);
  const isUnsent = useIsUnsent();
  const { id, verdict, state } = proposal;
  // The server's verdict knows nothing of a position that it has not got.
  const isIncomplete = isUnsent(({ act }) => act.act === 'position' && act.proposalId === id);
  if (!verdict || isIncomplete) return null;
  return (
    <div>
      <p className="font-semibold">
        {t(state === 'closed' ? 'verdict.final' : 'verdict.now', {
          outcome: t(`outcome.${verdict.outcome}`),
        })}
      </p>
      <ul className="list-disc ps-5 text-sm">
        {reasonsOf(verdict).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function History({ proposal, timeZone }: { proposal: ProposalView; timeZone: string }) {
  const { t } = useTranslation('dialogues');
  const { time } = usePlaceTime(timeZone);
  if (proposal.history.length === proposal.positions.length) return null;
  return (
    <Disclosure title={t('position.history')}>
      <ol className="grid gap-1 text-sm">
        {proposal.history.map(({ id, institutionId, step, atMs }) => (
          <li key={id}>
            <span className="numeric text-muted">{time(atMs)}</span> <Institution id={institutionId} />{' '}
            {t(`step.${step}`)}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
