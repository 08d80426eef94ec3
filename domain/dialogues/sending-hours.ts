import { instantOfLocal, localTimeAt } from './local-time';

/** Between which hours of the dialogue's place a mail that nobody sends may reach people. */
const opens = '08:00';
const closes = '18:00';
const lastHour = '17:00';
const dayMs = 86_400_000;

export function isSendingHour(atMs: number, timeZone: string): boolean {
  const { time } = localTimeAt(atMs, timeZone);
  return time >= opens && time < closes;
}

/** The instant itself, or when mails may next leave. */
export function nextSendingHour(atMs: number, timeZone: string): number {
  if (isSendingHour(atMs, timeZone)) return atMs;
  const { date, time } = localTimeAt(atMs, timeZone);
  const day = time < opens ? date : dayAfter(date);
  return instantOfLocal({ date: day, time: opens }, timeZone);
}

/** The instant itself, or in the evening an hour before mails leave no more: what was due later would reach nobody that day. */
export function lastSendingHour(atMs: number, timeZone: string): number {
  const { date, time } = localTimeAt(atMs, timeZone);
  return time < lastHour ? atMs : instantOfLocal({ date, time: lastHour }, timeZone);
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10);
}
