import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { type FiscalYear, fiscalYearName } from '#domain/calendars';
import type { BudgetDate } from '#domain/funding-cycles/budget-dates';
import type { BudgetEvent } from '#server/features/funding-cycles';
import { useBudgetEventName } from '../event-name';
import { usePreciseDate } from '../precise-date-text';
import { BudgetFlag } from './mark-icon';
import { lanesOf, type Scale } from './scale';
import { laneRem, leastGapOf } from './sizes';

/** The years along the top; the country's own always with their dates. */
export function YearRow({
  label,
  years,
  scale,
  isFiscal = false,
}: {
  label: string;
  years: readonly FiscalYear[];
  scale: Scale;
  isFiscal?: boolean;
}) {
  const { dateRange } = useFormat();
  return (
    <div className="timeline-row">
      <p className="timeline-label">{label}</p>
      <ol className="timeline-track timeline-years" data-fiscal={isFiscal || undefined}>
        {years.map((year) => {
          const { from, length } = scale.extent(year);
          return (
            <li key={year.start} style={{ insetInlineStart: `${from}%`, inlineSize: `${length}%` }}>
              <b>{fiscalYearName(year)}</b>
              {isFiscal && <span>{dateRange(year.start, year.end)}</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** When the country's budget can take something up. */
export function BudgetRow({
  slug,
  label,
  budget,
  scale,
  yearCount,
}: {
  slug: string;
  label: string;
  budget: readonly BudgetDate<BudgetEvent>[];
  scale: Scale;
  yearCount: number;
}) {
  const { t } = useTranslation('cycles');
  const nameOf = useBudgetEventName();
  const dateOf = usePreciseDate();
  const positions = budget.map(({ date }) => scale.position(date));
  const lanes = lanesOf(positions, leastGapOf(yearCount));
  return (
    <div className="timeline-row">
      <p className="timeline-label">{label}</p>
      <ul
        className="timeline-track"
        style={{ blockSize: `${(Math.max(0, ...lanes) + 1) * laneRem + 0.5}rem` }}
      >
        {budget.map(({ key, date, step }, index) => {
          const words = `${nameOf(step)}, ${dateOf({ date, precision: step.precision })}`;
          const insetBlockStart = `${(lanes[index] ?? 0) * laneRem + 0.25}rem`;
          return (
            <li
              key={key}
              className="timeline-spot"
              style={{ insetInlineStart: `${positions[index]}%`, insetBlockStart }}
            >
              <Link
                to={`/w/${slug}/calendar?country=${step.country}&year=${date.slice(0, 4)}`}
                title={words}
                tabIndex={-1}
              >
                <BudgetFlag letter={t(`budgetMark.${step.kind}`)} />
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
