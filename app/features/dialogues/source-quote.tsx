import { Link, useParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '#app/ui';
import type { SourceState } from '#domain/dialogues/proposal-source';
import type { ProposalView } from '#server/features/dialogues';

const tones: Record<SourceState, Tone> = { same: 'neutral', changed: 'warning', gone: 'warning' };

/** What a proposal quotes of a plan, from where, and whether the plan still says so. */
export function SourceQuote({ source }: { source: NonNullable<ProposalView['source']> }) {
  const { t } = useTranslation('dialogues');
  const { slug } = useParams();
  const { planId, planTitle, actionId, quote, seq, state } = source;
  const name = t('source.from', { plan: planTitle, seq });
  return (
    <figure className="grid gap-1 border-s-4 border-line ps-3">
      <blockquote className="max-w-reading whitespace-pre-line">{quote}</blockquote>
      <figcaption className="flex flex-wrap items-baseline gap-2 text-sm text-muted">
        {state === 'gone' ? (
          name
        ) : (
          <Link to={`/w/${slug}/plans/${planId}/actions?action=${actionId}`}>{name}</Link>
        )}
        <Badge tone={tones[state]}>{t(`source.${state}`)}</Badge>
      </figcaption>
    </figure>
  );
}
