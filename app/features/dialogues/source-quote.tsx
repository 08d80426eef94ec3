import { Link, useParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge, Disclosure, type Tone } from '#app/ui';
import type { SourceState } from '#domain/dialogues/plan-quote';
import type { QuoteView } from '#server/features/dialogues';

const tones: Record<SourceState, Tone> = { same: 'neutral', changed: 'warning', gone: 'warning' };

/** A longer one opens from its first words, so that on a phone the positions are not a long way below it. */
const longQuote = 800;

/** What is quoted of a plan, from where, and whether the plan still says so. */
export function SourceQuote({ source }: { source: QuoteView }) {
  const { t } = useTranslation('dialogues');
  const { slug } = useParams();
  const { planId, planTitle, quote, seq, state } = source;
  const name = t('source.from', { plan: planTitle, seq });
  const words = <blockquote className="max-w-reading whitespace-pre-line">{quote}</blockquote>;
  return (
    <figure className="grid gap-1 border-s-4 border-line ps-3">
      {quote.length > longQuote ? <Disclosure title={beginningOf(quote)}>{words}</Disclosure> : words}
      <figcaption className="flex flex-wrap items-baseline gap-2 text-sm text-muted">
        {state === 'gone' ? (
          name
        ) : (
          <Link
            to={`/w/${slug}/plans/${planId}${'actionId' in source ? `/actions?action=${source.actionId}` : ''}`}
          >
            {name}
          </Link>
        )}
        {state && <Badge tone={tones[state]}>{t(`source.${state}`)}</Badge>}
      </figcaption>
    </figure>
  );
}

function beginningOf(quote: string): string {
  const [line = ''] = quote.split('\n');
  return `${line.slice(0, 160).trimEnd()}…`;
}
