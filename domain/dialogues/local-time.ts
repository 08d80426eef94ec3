/** A day and a time as the clocks of a place show them: 2026-03-12, 09:30. */
export interface LocalTime {
  date: string;
  time: string;
}

/** What the clocks of the time zone (an IANA name) show at an instant. */
export function localTimeAt(atMs: number, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  } as Intl.DateTimeFormatOptions).formatToParts(atMs);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return {
    date: `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`,
    time: `${of('hour')}:${of('minute')}`,
  };
}

/**
 * The instant at which the clocks of a time zone show a day and time. A time that clocks skip in spring is read by
 * the clock before the change; one that they show twice is the first.
 */
export function instantOfLocal({ date, time }: LocalTime, timeZone: string): number {
  const wanted = Date.parse(`${date}T${time}:00.000Z`);
  const shownAt = (atMs: number) => {
    const shown = localTimeAt(atMs, timeZone);
    return Date.parse(`${shown.date}T${shown.time}:00.000Z`);
  };
  const offsets = [wanted - 86_400_000, wanted + 86_400_000].map((near) => shownAt(near) - near);
  const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  return candidates.find((candidate) => shownAt(candidate) === wanted) ?? wanted - (offsets[0] ?? 0);
}

/** The place whose clocks a time zone goes by, as people say it: "Antananarivo" of Indian/Antananarivo. */
export function placeOfTimeZone(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
