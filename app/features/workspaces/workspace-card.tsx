import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActivityList } from '#app/features/activity';
import { useFormat } from '#app/i18n/format';
import { Badge, Card, InstitutionBadge } from '#app/ui';
import { type InstitutionLabel, institutionName } from '#domain/institutions/name';
import type { Role } from '#domain/workspaces/roles';
import type { ActivityEntry } from '#server/features/activity';

export interface WorkspaceCardData {
  slug: string;
  name: string;
  role: Role;
  institution: InstitutionLabel;
  /** For how many more institutions the person may act there. */
  otherCount: number;
  news: { entries: ActivityEntry[]; isMore: boolean } | null;
  /** When the last visit ended; null before the first. */
  since: string | null;
}

/** One of my workspaces: for whom I act there, and what others did since I was last there. */
export function WorkspaceCard({ card, now }: { card: WorkspaceCardData; now: string }) {
  const { t, i18n } = useTranslation('home');
  const { institution } = card;
  return (
    <Card>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 className="text-xl">
          <Link to={`/w/${card.slug}`}>{card.name}</Link>
        </h2>
        <span className="inline-flex flex-wrap items-center gap-2 text-sm">
          <InstitutionBadge
            kind={institution.kind}
            acronym={institution.acronym}
            name={institutionName(institution.names, i18n.language)}
          />
          <Badge tone={card.role === 'convenor' ? 'accent' : 'neutral'}>
            {t(`workspaces:role.${card.role}`)}
          </Badge>
          {card.otherCount > 0 && (
            <span className="text-muted">{t('home.others', { count: card.otherCount })}</span>
          )}
        </span>
      </div>
      <News card={card} now={now} />
    </Card>
  );
}

function News({ card: { slug, news, since }, now }: { card: WorkspaceCardData; now: string }) {
  const { t } = useTranslation('home');
  const { relative } = useFormat();
  if (since === null || news === null) return <p className="mt-2 text-muted">{t('home.firstVisit')}</p>;
  if (news.entries.length === 0) {
    return <p className="mt-2 text-muted">{t('home.noNews', { when: relative(since, now) })}</p>;
  }
  return (
    <div className="mt-3">
      <h3 className="text-sm font-medium text-muted">{t('home.news', { when: relative(since, now) })}</h3>
      <ActivityList entries={news.entries} slug={slug} now={now} />
      {news.isMore && <Link to={`/w/${slug}/activity`}>{t('home.moreNews')}</Link>}
    </div>
  );
}
