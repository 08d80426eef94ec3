import { knowsSchedule, type LetterMailKind, owedMail, type SentMail, type Told } from './letter';
import { nextSendingHour } from './sending-hours';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** After each try that failed; with the first there are five tries, over most of a day. */
const pausesMs = [15 * minuteMs, 60 * minuteMs, 4 * 60 * minuteMs, 12 * 60 * minuteMs];

export interface NextTry {
  kind: LetterMailKind;
  atMs: number;
}

/**
 * When a mail that failed is tried again by itself; null when it did not fail, has been tried often enough, or is not what
 * should be said now. What has changed of the dialogue since waits for a convenor, and so does what the server slept through.
 */
export function nextTry(
  mails: readonly SentMail[],
  answer: 'accepted' | 'declined' | null,
  dialogue: Told & { timeZone: string },
  nowMs: number,
): NextTry | null {
  const last = mails.at(-1);
  if (!last?.failedAt || last.sequence < leastSequence(last.kind)) return null;
  const pauseMs = pausesMs[failuresInARow(mails) - 1];
  if (pauseMs === undefined || !isStillMeant(last.kind)) return null;
  const earliestMs = Date.parse(last.failedAt) + pauseMs;
  const atMs = isReminder(last.kind)
    ? nextSendingHour(Math.max(earliestMs, nowMs), dialogue.timeZone)
    : earliestMs;
  const isTooLate = Math.max(atMs, nowMs) >= Date.parse(dialogue.startsAt) || nowMs > earliestMs + dayMs;
  return isTooLate ? null : { kind: last.kind, atMs };

  function isStillMeant(kind: LetterMailKind): boolean {
    if (!isReminder(kind)) return owedMail(mails, dialogue) === kind;
    const hasToHear = kind === 'eve' ? answer === 'accepted' : answer === null;
    return hasToHear && knowsSchedule(mails, dialogue);
  }

  function leastSequence(kind: LetterMailKind): number {
    return isReminder(kind) ? dialogue.scheduleSequence : dialogue.calendarSequence;
  }
}

function isReminder(kind: LetterMailKind): boolean {
  return kind === 'reminder' || kind === 'eve';
}

/** How often the last mail has failed to arrive without another between. */
function failuresInARow(mails: readonly SentMail[]): number {
  const last = mails.at(-1);
  const other = mails.findLastIndex(
    ({ kind, sequence, failedAt }) => !failedAt || kind !== last?.kind || sequence !== last.sequence,
  );
  return mails.length - 1 - other;
}
