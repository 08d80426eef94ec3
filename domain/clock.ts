/** The only source of time; tests control it. Instants are ISO 8601 in UTC with milliseconds. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export function instant(clock: Clock): string {
  return clock.now().toISOString();
}
