import { dialogueStateOf } from './dialogue-state';
import { isSendingHour, lastSendingHour } from './sending-hours';

/** Mails of a letter: the invitation, what has changed of it, that it is off, and two reminders. */
export const letterMailKinds = ['invitation', 'update', 'cancellation', 'reminder', 'eve'] as const;
export type LetterMailKind = (typeof letterMailKinds)[number];

/** What someone says to a letter; calendars know a third answer, which is none for their institution. */
export const letterAnswers = ['accepted', 'declined', 'tentative'] as const;
export type LetterAnswer = (typeof letterAnswers)[number];

export interface SentMail {
  kind: LetterMailKind;
  /** The state of the dialogue in calendars that it told of (RFC 5545, SEQUENCE). */
  sequence: number;
  sentAt: string;
  failedAt: string | null;
}

export interface Told {
  startsAt: string;
  startedAt: string | null;
  endedAt: string | null;
  cancelledAt: string | null;
  calendarSequence: number;
  /** What it was when the start or the place last changed. */
  scheduleSequence: number;
}

/** What a mail has to say so that the person knows how the dialogue stands; null when they do, or need not. */
export function owedMail(
  mails: readonly SentMail[],
  dialogue: Told,
): 'invitation' | 'update' | 'cancellation' | null {
  const arrived = mails.filter(({ failedAt }) => failedAt === null);
  if (arrived.length === 0) return dialogueStateOf(dialogue) === 'planned' ? 'invitation' : null;
  const known = Math.max(...arrived.map(({ sequence }) => sequence));
  return owedNews(known, dialogue);
}

/** What someone has to hear who knows of an earlier state of the dialogue: that it changed, or that it is off. */
export function owedNews(known: number, dialogue: Told): 'update' | 'cancellation' | null {
  if (known >= dialogue.calendarSequence) return null;
  const state = dialogueStateOf(dialogue);
  if (state === 'cancelled') return 'cancellation';
  return state === 'planned' ? 'update' : null;
}

/** Whether someone knows when and where it takes place; what else has changed, a reminder tells as well. */
export function knowsSchedule(mails: readonly SentMail[], dialogue: Told): boolean {
  const arrived = mails.filter(({ failedAt }) => failedAt === null);
  return (
    dialogueStateOf(dialogue) === 'planned' &&
    arrived.at(-1)?.kind !== 'cancellation' &&
    arrived.some(({ sequence }) => sequence >= dialogue.scheduleSequence)
  );
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** How long before the dialogue those who have not answered are reminded, at the earliest so long after the last mail. */
export const reminderBeforeMs = 7 * dayMs;
const reminderAfterMs = 2 * dayMs;
const eveBeforeMs = dayMs;

/**
 * The reminder that is due by itself, in the hours of the place: one to answer a week before, one on the eve to those
 * whose institution comes. None goes to someone who does not know when and where: they are owed that first.
 */
export function dueReminder(
  mails: readonly SentMail[],
  answer: 'accepted' | 'declined' | null,
  dialogue: Told & { timeZone: string },
  nowMs: number,
): 'reminder' | 'eve' | null {
  if (!isSendingHour(nowMs, dialogue.timeZone)) return null;
  const startsAtMs = Date.parse(dialogue.startsAt);
  const leftMs = startsAtMs - nowMs;
  const last = mails.at(-1);
  if (!last || last.failedAt !== null) return null;
  if (leftMs <= 0 || !knowsSchedule(mails, dialogue)) return null;
  const hasHad = (kind: LetterMailKind) =>
    mails.some((mail) => mail.kind === kind && mail.sequence >= dialogue.scheduleSequence);
  const sinceMs = nowMs - Date.parse(last.sentAt);
  if (answer === null) {
    const isDue = leftMs <= reminderBeforeMs && sinceMs >= reminderAfterMs && !hasHad('reminder');
    return isDue ? 'reminder' : null;
  }
  // Whoever was written to in the last hours needs no second mail on the eve.
  const eveMs = lastSendingHour(startsAtMs - eveBeforeMs, dialogue.timeZone);
  const isEve = nowMs >= eveMs && sinceMs >= eveBeforeMs / 2 && !hasHad('eve');
  return answer === 'accepted' && isEve ? 'eve' : null;
}

/** Whether a convenor may remind someone now: of a dialogue that is to come, unanswered, not twice within the hour. */
export function mayRemind(
  mails: readonly SentMail[],
  answer: 'accepted' | 'declined' | null,
  dialogue: Told,
  nowMs: number,
): boolean {
  const last = mails.at(-1);
  return (
    answer === null &&
    last !== undefined &&
    knowsSchedule(mails, dialogue) &&
    nowMs - Date.parse(last.sentAt) >= hourMs
  );
}

/**
 * What an institution answers once one of its people has answered from a calendar, while the others, and the institution
 * itself, said what they did: it comes once anyone of it comes, and stays away when someone says so and nobody else
 * comes. Null: what it answered stays.
 */
export function institutionAnswer(
  reply: LetterAnswer,
  others: readonly (LetterAnswer | null)[],
): 'accepted' | 'declined' | null {
  if (reply === 'accepted') return 'accepted';
  if (others.includes('accepted')) return null;
  return reply === 'declined' || others.includes('declined') ? 'declined' : null;
}

/** What the answer of a calendar holds (RFC 5546, METHOD:REPLY). */
export interface CalendarReply {
  /** Of the event that is answered. */
  uid: string;
  sequence: number;
  /** The address of who answers, in lower case. */
  email: string;
  answer: LetterAnswer | null;
}

export const replyOutcomes = [
  'counted',
  'otherDialogue',
  'unknownAddress',
  'formerDate',
  'noAnswer',
] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];

/** Whether a calendar's answer counts: of this dialogue, of someone written to, and to the date and place as they stand. */
export function replyOutcome(
  reply: CalendarReply,
  { uid, scheduleSequence, emails }: { uid: string; scheduleSequence: number; emails: ReadonlySet<string> },
): ReplyOutcome {
  if (reply.uid !== uid) return 'otherDialogue';
  if (!emails.has(reply.email)) return 'unknownAddress';
  if (reply.answer === null) return 'noAnswer';
  return reply.sequence < scheduleSequence ? 'formerDate' : 'counted';
}
