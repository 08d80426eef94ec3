import { describe, expect, it } from 'vitest';
import type { SentMail } from './letter';
import { nextTry } from './letter-again';

const planned = {
  ...{
    startsAt: '2026-03-20T08:00:00.000Z',
    timeZone: 'Indian/Antananarivo',
    calendarSequence: 2,
    scheduleSequence: 2,
  },
  ...{ startedAt: null, endedAt: null, cancelledAt: null },
};
const at = (text: string) => Date.parse(text);
const failedAt = '2026-03-02T09:00:00.000Z';
const now = at(failedAt);
const mail = (change: Partial<SentMail> = {}): SentMail => ({
  ...{ kind: 'invitation', sequence: 2, sentAt: '2026-03-02T09:00:00.000Z', failedAt },
  ...change,
});
const arrived = mail({ failedAt: null });

interface Case {
  answer?: 'accepted' | 'declined' | null;
  dialogue?: Partial<typeof planned>;
  nowMs?: number;
}
const again = (mails: SentMail[], { answer = null, dialogue = {}, nowMs = now }: Case = {}) => {
  const next = nextTry(mails, answer, { ...planned, ...dialogue }, nowMs);
  return next && `${next.kind} ${new Date(next.atMs).toISOString()}`;
};

describe('a mail that failed', () => {
  it('is tried again with longer and longer pauses, and five times in all', () => {
    const times = [1, 2, 3, 4, 5].map((count) => again(Array.from({ length: count }, () => mail())));
    expect(times).toEqual([
      'invitation 2026-03-02T09:15:00.000Z',
      'invitation 2026-03-02T10:00:00.000Z',
      'invitation 2026-03-02T13:00:00.000Z',
      'invitation 2026-03-02T21:00:00.000Z',
      null,
    ]);
  });

  it('is counted anew once another arrived between', () => {
    const before = Array.from({ length: 5 }, () => mail());
    expect(again([...before, arrived, mail({ kind: 'reminder' })])).toBe('reminder 2026-03-02T09:15:00.000Z');
  });

  it('is not tried when it arrived, when the dialogue has changed since, or has begun', () => {
    expect(again([])).toBeNull();
    expect(again([arrived])).toBeNull();
    expect(again([mail()], { dialogue: { calendarSequence: 3 } })).toBeNull();
    expect(again([mail()], { dialogue: { startsAt: '2026-03-02T09:15:00.000Z' } })).toBeNull();
    const begun = { ...planned, startedAt: failedAt };
    expect(nextTry([mail()], null, begun, now)).toBeNull();
  });

  it('waits for a convenor when the server has slept through its time', () => {
    expect(again([mail()], { nowMs: at('2026-03-03T09:15:00.000Z') })).not.toBeNull();
    expect(again([mail()], { nowMs: at('2026-03-03T09:15:00.001Z') })).toBeNull();
  });

  it('tells of a change or a cancellation too', () => {
    const known = { ...arrived, sequence: 1 };
    expect(again([known, mail({ kind: 'update' })])).toMatch(/^update/);
    const cancelled = { ...planned, cancelledAt: failedAt };
    const off = nextTry([known, mail({ kind: 'cancellation' })], null, cancelled, now);
    expect(off?.kind).toBe('cancellation');
  });
});

describe('a reminder that failed', () => {
  const reminder = [arrived, mail({ kind: 'reminder' })];
  const eve = [arrived, mail({ kind: 'eve' })];

  it('goes to those alone whom it still concerns', () => {
    expect(again(reminder)).toMatch(/^reminder/);
    expect(again(reminder, { answer: 'accepted' })).toBeNull();
    expect(again(eve, { answer: 'accepted' })).toMatch(/^eve/);
    expect(again(eve, { answer: 'declined' })).toBeNull();
  });

  it('is tried though the agenda grew since, and not once the dialogue has moved', () => {
    expect(again(reminder, { dialogue: { calendarSequence: 3 } })).toMatch(/^reminder/);
    expect(again(reminder, { dialogue: { calendarSequence: 3, scheduleSequence: 3 } })).toBeNull();
  });

  it('is tried in the hours of the place alone', () => {
    // Antananarivo is three hours ahead of UTC.
    const late = [arrived, mail({ kind: 'reminder', failedAt: '2026-03-02T14:50:00.000Z' })];
    expect(again(late)).toBe('reminder 2026-03-03T05:00:00.000Z');
    const lookedAtNight = { nowMs: at('2026-03-02T16:00:00.000Z') };
    expect(again(reminder, lookedAtNight)).toBe('reminder 2026-03-03T05:00:00.000Z');
    // An invitation that a convenor sent leaves as soon as it can.
    expect(again([mail({ failedAt: '2026-03-02T14:50:00.000Z' })])).toBe(
      'invitation 2026-03-02T15:05:00.000Z',
    );
  });
});
