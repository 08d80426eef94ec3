import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, Card, DataTable, Notice, type Tone } from '#app/ui';
import { institutionShortName } from '#domain/institutions/name';
import type { ProposalState, ProposalSubject } from '#domain/partners/kinds';
import type { ListedProposal } from '#server/features/partners';
import { useFieldLabels } from '../field-labels';
import { FieldValue, useFieldWords, type ValueNames } from './field-value';
import { AnswerForms } from './proposal-forms';

const tones: Record<ProposalState, Tone> = {
  open: 'info',
  accepted: 'positive',
  rejected: 'critical',
  withdrawn: 'neutral',
};

/** One proposal: what was and what is proposed side by side, why, and how it was answered or can be. */
export function ProposalCard({
  proposal,
  names,
  mayAnswer,
  problem,
}: {
  proposal: ListedProposal;
  names: ValueNames;
  mayAnswer: boolean;
  /** What was wrong with the reason just given. */
  problem?: string;
}) {
  const { t, i18n } = useTranslation('partners');
  const { dateTime } = useFormat();
  const { subject, change, state, proposedBy, proposedAt, reason, isGone } = proposal;
  const title = t(`proposal.${change}.${subject}`);
  const { person, institution } = proposedBy;
  return (
    <Card className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 id={`proposal-${proposal.id}`}>{title}</h3>
        <Badge tone={tones[state]}>{t(`proposalState.${state}`)}</Badge>
      </div>
      <About proposal={proposal} names={names} />
      <p className="text-sm text-muted">
        {t('proposal.by', {
          person,
          institution: institution && institutionShortName(institution, i18n.language),
        })}
        {' · '}
        <time dateTime={proposedAt}>{dateTime(proposedAt)}</time>
      </p>
      <Changes proposal={proposal} names={names} caption={title} />
      <p className="max-w-reading">
        <span className="text-muted">{t('proposal.reason')} </span>
        <span className="whitespace-pre-line">{reason}</span>
      </p>
      {isGone && (
        <Notice tone="warning">
          <p>{t('proposal.gone')}</p>
        </Notice>
      )}
      <Answered proposal={proposal} />
      <AnswerForms proposal={proposal} mayAnswer={mayAnswer} problem={problem} />
    </Card>
  );
}

/** By which fields people know what a proposal is about. */
const knownBy: Record<ProposalSubject, readonly string[]> = {
  profile: [],
  focal_person: ['position', 'country'],
  mandate: ['theme', 'place', 'instrument', 'role'],
  document: ['title'],
};

function About({ proposal, names }: { proposal: ListedProposal; names: ValueNames }) {
  const wordsOf = useFieldWords(names);
  const { subject, change, about, before } = proposal;
  const facts = about ?? (change === 'remove' ? before : null);
  if (!facts || change === 'add' || subject === 'profile') return null;
  const words = knownBy[subject].map((field) => wordsOf(subject, field, facts[field]));
  return <p className="font-medium">{words.join(' · ')}</p>;
}

function Changes({
  proposal,
  names,
  caption,
}: {
  proposal: ListedProposal;
  names: ValueNames;
  caption: string;
}) {
  const { t } = useTranslation('partners');
  const labelOf = useFieldLabels(proposal.subject);
  const { subject, change, before, changes, current, conflicts } = proposal;
  const fields = Object.keys(change === 'remove' ? before : changes);
  const value = (side: Record<string, unknown>, field: string) => (
    <FieldValue subject={subject} field={field} value={side[field]} names={names} />
  );
  return (
    <DataTable
      caption={caption}
      rows={fields.map((field) => ({ field }))}
      rowKey={({ field }) => field}
      columns={[
        { key: 'field', header: t('proposal.field'), isRowHeader: true, cell: ({ field }) => labelOf(field) },
        ...(change === 'add'
          ? []
          : [
              {
                key: 'before',
                header: t(change === 'remove' ? 'proposal.removed' : 'proposal.was'),
                cell: ({ field }: { field: string }) => (
                  <>
                    {value(before, field)}
                    {conflicts.includes(field) && current && (
                      <span className="block">
                        <Badge tone="warning" icon="warning">
                          {t('proposal.changedSince')}
                        </Badge>{' '}
                        {value(current, field)}
                      </span>
                    )}
                  </>
                ),
              },
            ]),
        ...(change === 'remove'
          ? []
          : [
              {
                key: 'after',
                header: t('proposal.proposed'),
                cell: ({ field }: { field: string }) => value(changes, field),
              },
            ]),
      ]}
    />
  );
}

function Answered({ proposal }: { proposal: ListedProposal }) {
  const { t } = useTranslation('partners');
  const { dateTime } = useFormat();
  const { state, answer, answeredBy, answeredAt } = proposal;
  if (state === 'open' || !answeredAt) return null;
  return (
    <div className="max-w-reading text-sm">
      <p className="text-muted">
        {t(`proposal.answered.${state}`, { person: answeredBy ?? '' })}
        {' · '}
        <time dateTime={answeredAt}>{dateTime(answeredAt)}</time>
      </p>
      {answer && <p className="whitespace-pre-line">{answer}</p>}
    </div>
  );
}
