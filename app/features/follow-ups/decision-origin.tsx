import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { InvitedInstitutions, ProposalCard, SourceQuote, usePlaceTime } from '#app/features/dialogues';
import { Section } from '#app/ui';
import { isSamePart } from '#domain/dialogues/plan-quote';
import type { DecisionOrigin as Origin } from '#server/features/dialogues';

/** From a decision back: the dialogue and its item, what of a plan it is about, what was put, and where the room stood. */
export function DecisionOrigin({ slug, text, origin }: { slug: string; text: string; origin: Origin }) {
  const { t } = useTranslation('followUps');
  const { dialogue, item, proposal, institutions } = origin;
  const { dateTime } = usePlaceTime(dialogue.timeZone);
  const { source } = proposal;
  const isSameText = proposal.text.trim() === text.trim();
  return (
    <Section title={t('origin.heading')}>
      <InvitedInstitutions institutions={institutions}>
        <div className="grid gap-3">
          <p className="text-sm text-muted">
            <Link to={`/w/${slug}/dialogues/${dialogue.id}`}>
              {dialogue.number} · {dialogue.title}
            </Link>{' '}
            · <time dateTime={dialogue.startsAt}>{dateTime(dialogue.startsAt)}</time>
            <br />
            {t('origin.item')}{' '}
            <Link to={`/w/${slug}/dialogues/${dialogue.id}#item-${item.id}`}>{item.title}</Link>
          </p>
          {item.quotes
            .filter((quote) => !source || !isSamePart(quote.source, source))
            .map((quote) => (
              <SourceQuote key={quote.id} source={quote.source} />
            ))}
          <ProposalCard
            proposal={isSameText ? { ...proposal, text: t('origin.sameText') } : proposal}
            timeZone={dialogue.timeZone}
          />
        </div>
      </InvitedInstitutions>
    </Section>
  );
}
