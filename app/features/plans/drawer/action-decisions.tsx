import { Link, useParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '#app/ui';
import type { DrawerStatements } from './statements';

const tones: Record<DrawerStatements['decisions'][number]['state'], Tone> = {
  proposed: 'warning',
  accepted: 'positive',
  declined: 'critical',
};

/** The decisions of dialogues that the action carries out, and whether its lead has taken it on. */
export function ActionDecisions({ decisions }: { decisions: DrawerStatements['decisions'] }) {
  const { t } = useTranslation('actions');
  const { slug } = useParams();
  if (decisions.length === 0) return null;
  return (
    <section className="drawer-section" aria-labelledby="decisions">
      <h3 id="decisions">{t('decisions.title')}</h3>
      <ul className="statement-list">
        {decisions.map(({ id, reference, text, state }) => (
          <li key={id}>
            <p className="flex flex-wrap items-baseline gap-2">
              <Link to={`/w/${slug}/decisions/${id}`}>{reference}</Link>
              <Badge tone={tones[state]}>{t(`decisions.state.${state}`)}</Badge>
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
