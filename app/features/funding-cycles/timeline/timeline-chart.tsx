import { useTranslation } from 'react-i18next';
import { InstitutionBadge } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import type { Timeline, TimelineRow } from '#server/features/funding-cycles';
import { makeScale } from './scale';
import { leastYearRem } from './sizes';
import { TimelineBackdrop } from './timeline-backdrop';
import { BudgetRow, YearRow } from './timeline-head';
import { TimelineLegend } from './timeline-legend';
import { CycleRow } from './timeline-row';
import { useTodayInSight } from './use-today-in-sight';

/** Cycles by partner over the budget calendar of a country; a table of the same goes with it. */
export function TimelineChart({
  slug,
  timeline,
  countryName,
  view,
}: {
  slug: string;
  timeline: Timeline;
  countryName: string | null;
  view: 'calendar' | 'fiscal';
}) {
  const { t } = useTranslation('cycles');
  const scale = makeScale(timeline.span);
  const chart = useTodayInSight();
  const { years, fiscalYears, rows, budget, today, span } = timeline;
  const isBudgetShown = countryName !== null;
  return (
    <figure className="timeline-figure" aria-label={t('timeline.title')}>
      <TimelineLegend />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it. */}
      <section ref={chart} className="timeline table-frame" aria-label={t('timeline.chart')} tabIndex={0}>
        <div
          className="timeline-body"
          style={{ minInlineSize: `calc(var(--timeline-label) + ${years.length * leastYearRem}rem)` }}
        >
          <TimelineBackdrop
            scale={scale}
            years={years}
            fiscalYears={isBudgetShown ? fiscalYears : []}
            today={today}
            span={span}
          />
          {/* Room for the word above today's line, which passes under the names as everything else does. */}
          <div className="timeline-row timeline-top" aria-hidden="true">
            <div className="timeline-label" />
          </div>
          {view === 'calendar' && <YearRow label={t('timeline.years')} years={years} scale={scale} />}
          {isBudgetShown && (
            <YearRow
              label={t('timeline.fiscalYears', { country: countryName })}
              years={fiscalYears}
              scale={scale}
              isFiscal
            />
          )}
          {isBudgetShown && budget.length > 0 && (
            <BudgetRow
              slug={slug}
              label={t('timeline.budget')}
              budget={budget}
              scale={scale}
              yearCount={years.length}
            />
          )}
          {groupsOf(rows).map((group) => (
            <PartnerRows
              key={group[0]?.cycle.partner.id}
              slug={slug}
              rows={group}
              scale={scale}
              yearCount={years.length}
            />
          ))}
        </div>
      </section>
    </figure>
  );
}

function PartnerRows({
  slug,
  rows,
  scale,
  yearCount,
}: {
  slug: string;
  rows: TimelineRow[];
  scale: ReturnType<typeof makeScale>;
  yearCount: number;
}) {
  const { i18n } = useTranslation('cycles');
  const partner = rows[0]?.cycle.partner;
  if (!partner) return null;
  const { kind, acronym, names } = partner;
  return (
    <div className="timeline-group" data-kind={kind}>
      <div className="timeline-partner">
        <h2 className="timeline-label text-sm">
          <InstitutionBadge kind={kind} acronym={acronym} name={institutionName(names, i18n.language)} />
        </h2>
      </div>
      <ul>
        {rows.map((row) => (
          <CycleRow key={row.cycle.id} slug={slug} row={row} scale={scale} yearCount={yearCount} />
        ))}
      </ul>
    </div>
  );
}

/** Rows come by partner already. */
function groupsOf(rows: readonly TimelineRow[]): TimelineRow[][] {
  const groups: TimelineRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0]?.cycle.partner.id === row.cycle.partner.id) last.push(row);
    else groups.push([row]);
  }
  return groups;
}
