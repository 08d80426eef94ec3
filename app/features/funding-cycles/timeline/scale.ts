import type { DateRange } from '#domain/funding-cycles/precise-date';

const dayMs = 86_400_000;

/** Where days of a span lie, in percent of its length; both ends of a range are inside it. */
export function makeScale({ start, end }: DateRange) {
  const first = Date.parse(start);
  const length = Date.parse(end) + dayMs - first;
  const at = (ms: number) => Math.min(100, Math.max(0, ((ms - first) / length) * 100));
  return {
    /** The start of a day. */
    position: (date: string) => round(at(Date.parse(date))),
    /** A range as far as it lies within the span, never too short to be seen. */
    extent: (range: DateRange, least = 0.25) => {
      const from = at(Date.parse(range.start));
      const to = at(Date.parse(range.end) + dayMs);
      return { from: round(from), length: round(Math.max(least, to - from)) };
    },
  };
}

export type Scale = ReturnType<typeof makeScale>;

/**
 * Puts marks that would overlap below one another: each gets the first lane in which the one before it is far enough
 * away. Positions ascend.
 */
export function lanesOf(positions: readonly number[], leastGap: number): number[] {
  const ends: number[] = [];
  return positions.map((position) => {
    const free = ends.findIndex((end) => position - end >= leastGap);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = position;
    return lane;
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
