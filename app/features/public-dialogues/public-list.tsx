import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { usePlaceTime } from '#app/features/dialogues';
import { Badge, Section } from '#app/ui';
import type { PublicLine } from '#server/features/public-dialogues';

/** The public dialogues of a workspace: those to come first, then those that were, the latest first. */
export function PublicList({ slug, dialogues }: { slug: string; dialogues: readonly PublicLine[] }) {
  const { t } = useTranslation('publicPages');
  const next = dialogues.filter(({ isOver }) => !isOver);
  const past = dialogues.filter(({ isOver }) => isOver).reverse();
  return (
    <>
      <Section title={t('list.next')}>
        {next.length === 0 ? (
          <p className="text-muted">{t('list.noneNext')}</p>
        ) : (
          <Lines slug={slug} lines={next} />
        )}
      </Section>
      {past.length > 0 && (
        <Section title={t('list.past')}>
          <Lines slug={slug} lines={past} />
        </Section>
      )}
    </>
  );
}

function Lines({ slug, lines }: { slug: string; lines: readonly PublicLine[] }) {
  return (
    <ul className="grid divide-y divide-line">
      {lines.map((line) => (
        <Line key={line.id} slug={slug} line={line} />
      ))}
    </ul>
  );
}

function Line({ slug, line }: { slug: string; line: PublicLine }) {
  const { t } = useTranslation('publicPages');
  const { dateTime } = usePlaceTime(line.timeZone);
  return (
    <li className="grid gap-1 py-3">
      <h3 className="flex flex-wrap items-center gap-2">
        <Link to={`/p/${slug}/dialogues/${line.id}`}>{line.title}</Link>
        {line.isCancelled && <Badge tone="critical">{t('cancelled')}</Badge>}
      </h3>
      <p className="text-muted">
        {t(`dialogues:type.${line.type}`)} · <time dateTime={line.startsAt}>{dateTime(line.startsAt)}</time>
        {line.place && ` · ${line.place}`}
      </p>
    </li>
  );
}
