/** What a calendar shows of a dialogue. */
export interface CalendarFacts {
  title: string;
  place: string;
  link: string;
  timeZone: string;
  startsAt: string;
}

const shown = ['title', 'place', 'link', 'timeZone', 'startsAt'] as const;

/** Whether calendars have to be told of a change. */
export function isCalendarChange(before: CalendarFacts, after: CalendarFacts): boolean {
  return shown.some((fact) => before[fact] !== after[fact]);
}

const schedule = ['place', 'link', 'timeZone', 'startsAt'] as const;

/** Whether it is another meeting for those who come: what calendars answered to the one before counts no more. */
export function isScheduleChange(before: CalendarFacts, after: CalendarFacts): boolean {
  return schedule.some((fact) => before[fact] !== after[fact]);
}

const minuteMs = 60_000;
const withoutAgendaMinutes = 60;

/** When it is planned to end, over its whole agenda; an hour after its start while nothing is on it. */
export function plannedEndMs(startsAtMs: number, plannedMinutes: number): number {
  return startsAtMs + (plannedMinutes || withoutAgendaMinutes) * minuteMs;
}

export function plannedMinutesOf(agenda: readonly { plannedMinutes: number }[]): number {
  return agenda.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0);
}

export interface MonthDay {
  /** 2026-03-01 */
  date: string;
  isOfMonth: boolean;
}

/** The weeks that a month touches, each from Monday to Sunday. */
export function weeksOfMonth(month: string): MonthDay[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const day = new Date(first);
  // Days of the week count from Sunday.
  day.setUTCDate(1 - ((first.getUTCDay() + 6) % 7));
  const weeks: MonthDay[][] = [];
  do {
    const week: MonthDay[] = [];
    for (let i = 0; i < 7; i += 1) {
      const date = day.toISOString().slice(0, 10);
      week.push({ date, isOfMonth: date.startsWith(month) });
      day.setUTCDate(day.getUTCDate() + 1);
    }
    weeks.push(week);
  } while (day.toISOString().startsWith(month));
  return weeks;
}

/** The month so many months before or after: 2026-01 and -1 is 2025-12. */
export function monthAfter(month: string, months: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

/** A month that calendars go to: of four digits of a year, so that none leads nowhere. */
export function isMonth(text: string): boolean {
  return /^(19[7-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/.test(text);
}
