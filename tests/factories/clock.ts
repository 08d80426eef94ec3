import type { Clock } from '#domain/clock';

export interface TestClock extends Clock {
  /** Moves time on by so many milliseconds. */
  advance(ms: number): void;
}

/** Time that stands still until a test moves it. */
export function makeTestClock(start = '2026-03-02T08:00:00.000Z'): TestClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    advance: (ms) => {
      now += ms;
    },
  };
}
