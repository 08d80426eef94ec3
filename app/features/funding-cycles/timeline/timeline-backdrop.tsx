import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import type { FiscalYear } from '#domain/calendars';
import type { DateRange } from '#domain/funding-cycles/precise-date';
import type { Scale } from './scale';

/** Behind all rows: the country's years as bands, the years as lines, and today. */
export function TimelineBackdrop({
  scale,
  years,
  fiscalYears,
  today,
  span,
}: {
  scale: Scale;
  years: readonly FiscalYear[];
  fiscalYears: readonly FiscalYear[];
  today: string;
  span: DateRange;
}) {
  const { t } = useTranslation('cycles');
  const { date } = useFormat();
  const isTodayInSight = span.start <= today && today <= span.end;
  return (
    <div className="timeline-backdrop">
      {fiscalYears.map((year, index) => {
        const { from, length } = scale.extent(year);
        const place = { insetInlineStart: `${from}%`, inlineSize: `${length}%` };
        return (
          <div
            key={year.start}
            className="timeline-band"
            data-odd={index % 2 === 1 || undefined}
            style={place}
          />
        );
      })}
      {years.map(({ start }) => (
        <div
          key={start}
          className="timeline-line"
          style={{ insetInlineStart: `${scale.position(start)}%` }}
        />
      ))}
      {isTodayInSight && (
        <div className="timeline-today" style={{ insetInlineStart: `${scale.position(today)}%` }}>
          <span>{t('timeline.today', { date: date(today) })}</span>
        </div>
      )}
    </div>
  );
}
