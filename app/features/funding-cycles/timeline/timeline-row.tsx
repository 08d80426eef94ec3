import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import type { TimelineMark, TimelineRow } from '#server/features/funding-cycles';
import { useEventName } from '../event-name';
import { usePreciseDate } from '../precise-date-text';
import { MarkIcon } from './mark-icon';
import { lanesOf, type Scale } from './scale';
import { laneRem, leastGapOf } from './sizes';

/** Below the bar of the period. */
const barsRem = 1.5;

/**
 * A cycle: its period as a bar, its windows as short ones, its steps as marks. The name is the one stop for the
 * keyboard in each row, since every mark leads to the same place.
 */
export function CycleRow({
  slug,
  row: { cycle, marks, windows },
  scale,
  yearCount,
}: {
  slug: string;
  row: TimelineRow;
  scale: Scale;
  yearCount: number;
}) {
  const { dateRange } = useFormat();
  const to = `/w/${slug}/cycles/${cycle.id}`;
  const positions = marks.map(({ start }) => scale.position(start));
  const lanes = lanesOf(positions, leastGapOf(yearCount));
  const laneCount = Math.max(-1, ...lanes) + 1;
  const period = scale.extent({ start: cycle.periodStart, end: cycle.periodEnd });
  return (
    <li className="timeline-row">
      <p className="timeline-label">
        <Link to={to}>{cycle.name}</Link>
        <span className="timeline-note">{dateRange(cycle.periodStart, cycle.periodEnd)}</span>
      </p>
      <div className="timeline-track" style={{ minBlockSize: `${barsRem + laneCount * laneRem + 0.25}rem` }}>
        <div className="timeline-period" style={placeOf(period)} aria-hidden="true" />
        {windows.map((window) => (
          <div
            key={window.id}
            className="timeline-window"
            style={placeOf(scale.extent(window))}
            aria-hidden="true"
          />
        ))}
        {marks.map((mark, index) => (
          <Mark
            key={mark.id}
            mark={mark}
            to={to}
            scale={scale}
            topRem={barsRem + (lanes[index] ?? 0) * laneRem}
          />
        ))}
      </div>
    </li>
  );
}

function Mark({ mark, to, scale, topRem }: { mark: TimelineMark; to: string; scale: Scale; topRem: number }) {
  const { t } = useTranslation('cycles');
  const nameOf = useEventName();
  const dateOf = usePreciseDate();
  const words = `${nameOf(mark)}, ${dateOf(mark)} (${t(`state.${mark.state}`)})`;
  const insetBlockStart = `${topRem}rem`;
  return (
    <>
      {mark.precision !== 'day' && (
        <div
          className="timeline-spread"
          style={{ ...placeOf(scale.extent(mark)), insetBlockStart }}
          aria-hidden="true"
        />
      )}
      <Link
        to={to}
        className="timeline-spot"
        style={{ insetInlineStart: `${scale.position(mark.start)}%`, insetBlockStart }}
        title={words}
        tabIndex={-1}
      >
        <MarkIcon kind={mark.kind} state={mark.state} letter={t(`mark.${mark.kind}`)} />
      </Link>
    </>
  );
}

function placeOf({ from, length }: { from: number; length: number }) {
  return { insetInlineStart: `${from}%`, inlineSize: `${length}%` };
}
