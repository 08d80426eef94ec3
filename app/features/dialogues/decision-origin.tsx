import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable, Section } from '#app/ui';
import { isSamePart } from '#domain/dialogues/plan-quote';
import type { DecisionOrigin as Origin, ProposalView } from '#server/features/dialogues';
import { Institution, InvitedInstitutions } from './institutions';
import { useRuleWords } from './rule-words';
import { SourceQuote } from './source-quote';
import { usePlaceTime } from './time-words';

/** From a decision back: the dialogue and its item, what of plans it is about, what was put, and how the room stood. */
export function DecisionOrigin({ slug, text, origin }: { slug: string; text: string; origin: Origin }) {
  const { t } = useTranslation('followUps');
  const { dialogue, item, proposal, institutions } = origin;
  const { dateTime } = usePlaceTime(dialogue.timeZone);
  const { source } = proposal;
  const at = `/w/${slug}/dialogues/${dialogue.id}`;
  const others = item.quotes.filter((quote) => !source || !isSamePart(quote.source, source));
  return (
    <Section title={t('origin.heading')}>
      <InvitedInstitutions institutions={institutions}>
        <div className="grid gap-3">
          <ul className="text-sm text-muted">
            <li>
              <Link to={at}>
                {dialogue.number} · {dialogue.title}
              </Link>{' '}
              · <time dateTime={dialogue.startsAt}>{dateTime(dialogue.startsAt)}</time>
            </li>
            <li>
              {t('origin.item')} <Link to={`${at}#item-${item.id}`}>{item.title}</Link>
            </li>
          </ul>
          {others.map(({ id, source: quoted }) => (
            <SourceQuote key={id} source={quoted} />
          ))}
          <Proposal proposal={proposal} text={text} timeZone={dialogue.timeZone} />
        </div>
      </InvitedInstitutions>
    </Section>
  );
}

/** What was put, where that is other than what was decided, of which part of a plan, and what the positions came to. */
function Proposal({ proposal, text, timeZone }: { proposal: ProposalView; text: string; timeZone: string }) {
  const { t } = useTranslation('dialogues');
  const { reasonsOf } = useRuleWords(timeZone);
  const { number, source, verdict } = proposal;
  const isSameText = proposal.text.trim() === text.trim();
  return (
    <article className="card grid gap-3">
      <h3>{t('proposal.name', { number })}</h3>
      {isSameText ? (
        <p className="text-sm text-muted">{t('followUps:origin.sameText')}</p>
      ) : (
        <p className="max-w-reading whitespace-pre-line">{proposal.text}</p>
      )}
      {source && <SourceQuote source={source} />}
      {proposal.isAttributed ? (
        <Positions proposal={proposal} />
      ) : (
        <p className="text-sm text-muted">{t('chatham.withheld')}</p>
      )}
      <ul className="list-disc ps-5 text-sm empty:hidden">
        {verdict && reasonsOf(verdict).map((reason) => <li key={reason}>{reason}</li>)}
      </ul>
    </article>
  );
}

/** Each institution with its position, in the order in which they come. */
function Positions({ proposal: { positions } }: { proposal: ProposalView }) {
  const { t } = useTranslation('dialogues');
  if (positions.length === 0) return null;
  return (
    <DataTable
      caption={t('stands.bySteps')}
      rows={positions}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ key: 'institution', header: t('position.institution'), isRowHeader: true },
          cell: ({ institutionId }) => <Institution id={institutionId} />,
        },
        {
          ...{ key: 'position', header: t('followUps:origin.position') },
          cell: ({ step, isAdReferendum }) =>
            t(`step.${step}`) + (isAdReferendum ? ` (${t('position.adReferendum')})` : ''),
        },
        {
          ...{ key: 'reason', header: t('position.reason') },
          cell: ({ reason, basis }) =>
            [reason, basis && `[${t('position.recordedOn', { basis })}]`].filter(Boolean).join(' '),
        },
      ]}
    />
  );
}
