import { describe, expect, it } from 'vitest';
import { dueReminder, institutionAnswer, mayRemind, owedMail, replyOutcome, type SentMail } from './letter';

const startsAt = '2026-03-20T08:00:00.000Z';
const planned = {
  ...{ startsAt, timeZone: 'Indian/Antananarivo', calendarSequence: 2, scheduleSequence: 2 },
  ...{ startedAt: null, endedAt: null, cancelledAt: null },
};
const moved = { ...planned, calendarSequence: 3, scheduleSequence: 3 };
const at = (text: string) => Date.parse(text);
const mail = (change: Partial<SentMail> = {}): SentMail => ({
  ...{ kind: 'invitation', sequence: 2, sentAt: '2026-03-01T08:00:00.000Z', failedAt: null },
  ...change,
});

describe('what someone is owed', () => {
  it('is the invitation until one has gone out', () => {
    expect(owedMail([], planned)).toBe('invitation');
    expect(owedMail([mail({ failedAt: startsAt })], planned)).toBe('invitation');
    expect(owedMail([mail()], planned)).toBeNull();
  });

  it('is an update once the dialogue has moved, until it was told', () => {
    expect(owedMail([mail()], moved)).toBe('update');
    expect(owedMail([mail(), mail({ kind: 'update', sequence: 3, failedAt: startsAt })], moved)).toBe(
      'update',
    );
    expect(owedMail([mail(), mail({ kind: 'update', sequence: 3 })], moved)).toBeNull();
    // A reminder shows the date as it stands.
    expect(owedMail([mail(), mail({ kind: 'reminder', sequence: 3 })], moved)).toBeNull();
  });

  it('is that it is off, for those alone who were invited', () => {
    const cancelled = { ...planned, cancelledAt: startsAt, calendarSequence: 3 };
    expect(owedMail([mail()], cancelled)).toBe('cancellation');
    expect(owedMail([], cancelled)).toBeNull();
    const back = { ...planned, calendarSequence: 4 };
    expect(owedMail([mail(), mail({ kind: 'cancellation', sequence: 3 })], back)).toBe('update');
  });

  it('is nothing once the dialogue has begun', () => {
    const begun = { ...planned, startedAt: startsAt, calendarSequence: 3 };
    expect(owedMail([], begun)).toBeNull();
    expect(owedMail([mail()], begun)).toBeNull();
  });
});

describe('a reminder', () => {
  it('to answer is due once, a week before, and not within two days of a mail', () => {
    expect(dueReminder([mail()], null, planned, at('2026-03-13T07:59:59.000Z'))).toBeNull();
    expect(dueReminder([mail()], null, planned, at('2026-03-13T08:00:00.000Z'))).toBe('reminder');
    const reminded = [mail(), mail({ kind: 'reminder', sentAt: '2026-03-13T08:00:00.000Z' })];
    expect(dueReminder(reminded, null, planned, at('2026-03-19T08:00:00.000Z'))).toBeNull();
    const late = [mail({ sentAt: '2026-03-16T08:00:00.000Z' })];
    expect(dueReminder(late, null, planned, at('2026-03-18T07:59:59.000Z'))).toBeNull();
    expect(dueReminder(late, null, planned, at('2026-03-18T08:00:00.000Z'))).toBe('reminder');
  });

  it('on the eve goes to those who come', () => {
    const eve = at('2026-03-19T08:00:00.000Z');
    expect(dueReminder([mail()], 'accepted', planned, eve)).toBe('eve');
    expect(dueReminder([mail()], 'accepted', planned, eve - 1)).toBeNull();
    expect(dueReminder([mail()], 'declined', planned, eve)).toBeNull();
    const had = [mail(), mail({ kind: 'eve', sentAt: '2026-03-19T08:00:00.000Z' })];
    expect(dueReminder(had, 'accepted', planned, at('2026-03-20T07:00:00.000Z'))).toBeNull();
    const justTold = [mail({ sentAt: '2026-03-19T07:00:00.000Z' })];
    expect(dueReminder(justTold, 'accepted', planned, eve)).toBeNull();
  });

  it('leaves between eight and eighteen in the time zone of the dialogue, on the eve of an evening before that', () => {
    // Antananarivo is three hours ahead of UTC.
    expect(dueReminder([mail()], null, planned, at('2026-03-15T04:59:59.000Z'))).toBeNull();
    expect(dueReminder([mail()], null, planned, at('2026-03-15T05:00:00.000Z'))).toBe('reminder');
    expect(dueReminder([mail()], null, planned, at('2026-03-15T14:59:59.000Z'))).toBe('reminder');
    expect(dueReminder([mail()], null, planned, at('2026-03-15T15:00:00.000Z'))).toBeNull();
    const evening = { ...planned, startsAt: '2026-03-20T16:00:00.000Z' };
    expect(dueReminder([mail()], 'accepted', evening, at('2026-03-19T13:59:59.000Z'))).toBeNull();
    expect(dueReminder([mail()], 'accepted', evening, at('2026-03-19T14:00:00.000Z'))).toBe('eve');
  });

  it('goes to nobody who was not written to, whose mail failed, or who does not know when and where', () => {
    const week = at('2026-03-14T08:00:00.000Z');
    expect(dueReminder([], null, planned, week)).toBeNull();
    expect(dueReminder([mail({ failedAt: startsAt })], null, planned, week)).toBeNull();
    expect(dueReminder([mail()], null, moved, week)).toBeNull();
    expect(dueReminder([mail()], null, { ...planned, cancelledAt: startsAt }, week)).toBeNull();
    const off = mail({ kind: 'cancellation' });
    expect(dueReminder([mail(), off], null, { ...planned, calendarSequence: 3 }, week)).toBeNull();
    expect(dueReminder([mail()], null, planned, at(startsAt))).toBeNull();
  });
});

describe('a reminder of a dialogue whose agenda grew after the invitation', () => {
  const grown = { ...planned, calendarSequence: 4 };

  it('is due all the same, and once', () => {
    const week = at('2026-03-14T08:00:00.000Z');
    expect(dueReminder([mail()], null, grown, week)).toBe('reminder');
    expect(mayRemind([mail()], null, grown, week)).toBe(true);
    const reminded = [mail(), mail({ kind: 'reminder', sequence: 3, sentAt: '2026-03-14T08:00:00.000Z' })];
    expect(dueReminder(reminded, null, grown, at('2026-03-18T08:00:00.000Z'))).toBeNull();
    const again = [...reminded, mail({ kind: 'update', sequence: 5, sentAt: '2026-03-15T08:00:00.000Z' })];
    const elsewhere = { ...planned, calendarSequence: 5, scheduleSequence: 5 };
    expect(dueReminder(again, null, elsewhere, at('2026-03-18T08:00:00.000Z'))).toBe('reminder');
  });
});

describe('a reminder by a convenor', () => {
  it('is for those who have not answered, and not twice within the hour', () => {
    const hourLater = at('2026-03-01T09:00:00.000Z');
    expect(mayRemind([mail()], null, planned, hourLater)).toBe(true);
    expect(mayRemind([mail()], null, planned, hourLater - 1)).toBe(false);
    expect(mayRemind([mail()], 'declined', planned, hourLater)).toBe(false);
    expect(mayRemind([], null, planned, hourLater)).toBe(false);
    expect(mayRemind([mail()], null, moved, hourLater)).toBe(false);
    expect(mayRemind([mail()], null, { ...planned, startedAt: startsAt }, hourLater)).toBe(false);
  });
});

describe('an institution with several letters', () => {
  it('comes once anyone of it comes', () => {
    expect(institutionAnswer('accepted', [null, 'declined'])).toBe('accepted');
    expect(institutionAnswer('declined', [])).toBe('declined');
    expect(institutionAnswer('declined', [null, 'tentative'])).toBe('declined');
  });

  it('is kept away by nobody whose refusal comes beside another’s coming', () => {
    expect(institutionAnswer('declined', ['accepted'])).toBeNull();
    expect(institutionAnswer('tentative', ['accepted', 'declined'])).toBeNull();
  });

  it('is not answered for by someone who may come', () => {
    expect(institutionAnswer('tentative', [])).toBeNull();
    expect(institutionAnswer('tentative', [null, 'declined'])).toBe('declined');
  });
});

describe('the answer of a calendar', () => {
  const emails = new Set(['ana@example.org']);
  const stands = { uid: 'dialogue-1@concord.example', scheduleSequence: 2, emails };
  const reply = { uid: stands.uid, sequence: 2, email: 'ana@example.org', answer: 'accepted' as const };

  it('counts when it answers this dialogue as it stands', () => {
    expect(replyOutcome(reply, stands)).toBe('counted');
    expect(replyOutcome({ ...reply, sequence: 3 }, stands)).toBe('counted');
  });

  it('does not count otherwise, and it is said why', () => {
    expect(replyOutcome({ ...reply, uid: 'dialogue-2@concord.example' }, stands)).toBe('otherDialogue');
    expect(replyOutcome({ ...reply, email: 'bob@example.org' }, stands)).toBe('unknownAddress');
    expect(replyOutcome({ ...reply, sequence: 1 }, stands)).toBe('formerDate');
    expect(replyOutcome({ ...reply, answer: null }, stands)).toBe('noAnswer');
  });
});
