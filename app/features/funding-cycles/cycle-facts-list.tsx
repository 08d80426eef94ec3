import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, InstitutionBadge } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import type { CycleDetail } from '#server/features/funding-cycles';
import { NextDate } from './cycle-list';

/** What is known about a cycle, and what it follows and precedes. */
export function CycleFactsList({ slug, cycle }: { slug: string; cycle: CycleDetail }) {
  const { t, i18n } = useTranslation('cycles');
  const { dateRange, locale } = useFormat();
  const { partner, predecessor, successors, fiscalStartMonth, fiscalStartDay, note } = cycle;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <dl className="grid max-w-reading gap-x-6 gap-y-1 sm:gap-y-2 sm:grid-cols-[12rem_1fr]">
      <Fact label={t('list.partner')}>
        <Link to={`/w/${slug}/partners/${partner.id}/cycles`} className="no-underline">
          <InstitutionBadge {...partner} name={institutionName(partner.names, i18n.language)} isFull />
        </Link>
      </Fact>
      <Fact label={t('list.kind')}>{t(`kind.${cycle.kind}`)}</Fact>
      <Fact label={t('list.period')}>
        {`${dateRange(cycle.periodStart, cycle.periodEnd)} `}
        <Badge tone={cycle.phase === 'running' ? 'accent' : 'neutral'}>{t(`phase.${cycle.phase}`)}</Badge>
      </Fact>
      <Fact label={t('form.fiscalYearStarts')}>
        {day.format(new Date(Date.UTC(2026, fiscalStartMonth - 1, fiscalStartDay)))}
      </Fact>
      <Fact label={t('list.next')}>
        <NextDate next={cycle.next} />
      </Fact>
      {predecessor && (
        <Fact label={t('form.predecessor')}>
          <Link to={`/w/${slug}/cycles/${predecessor.id}`}>{predecessor.name}</Link>
        </Fact>
      )}
      {successors.length > 0 && (
        <Fact label={t('form.successor')}>
          {successors.map(({ id, name }) => (
            <Link key={id} to={`/w/${slug}/cycles/${id}`} className="block">
              {name}
            </Link>
          ))}
        </Fact>
      )}
      {note && (
        <Fact label={t('form.note')}>
          <span className="whitespace-pre-line">{note}</span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted max-sm:text-sm">{label}</dt>
      <dd className="mb-2 sm:mb-0">{children}</dd>
    </div>
  );
}
