import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { InstitutionBadge } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import type { ActivityEntry } from '#server/features/activity';
import { placeOf } from './place';
import { sentenceOf } from './sentence';

/** What happened, a line each: for which institution, who did what, and when. */
export function ActivityList({
  entries,
  slug,
  now,
}: {
  entries: readonly ActivityEntry[];
  slug: string;
  now: string;
}) {
  return (
    <ul className="grid divide-y divide-line">
      {entries.map((entry) => (
        <ActivityLine key={entry.id} entry={entry} slug={slug} now={now} />
      ))}
    </ul>
  );
}

function ActivityLine({ entry, slug, now }: { entry: ActivityEntry; slug: string; now: string }) {
  const { t, i18n } = useTranslation('activity');
  const { dateTime, relative } = useFormat();
  const sentence = sentenceOf(entry, i18n);
  const place = placeOf(entry, slug);
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2.5">
      {entry.institution && (
        <span className="min-w-20 shrink-0 text-sm">
          <InstitutionBadge
            kind={entry.institution.kind}
            acronym={entry.institution.acronym}
            name={institutionName(entry.institution.names, i18n.language)}
          />
        </span>
      )}
      <span className="min-w-0 flex-1 basis-64">
        {place ? <Link to={place}>{sentence}</Link> : sentence}
        {entry.count > 1 && (
          <span className="text-sm text-muted"> {t('more', { count: entry.count - 1 })}</span>
        )}
      </span>
      <time dateTime={entry.at} title={dateTime(entry.at)} className="shrink-0 text-sm text-muted">
        {relative(entry.at, now)}
      </time>
    </li>
  );
}
