import { describe, expect, it } from 'vitest';
import {
  countHeard,
  feedbackClosesAt,
  feedbackStateOf,
  type Heard,
  heardShare,
  replyStateOf,
  tellableCounts,
} from './feedback';

const endedAt = '2026-03-02T10:00:00.000Z';
const held = { endedAt, cancelledAt: null };
const answers = (...heard: Heard[]) => heard.map((one) => ({ heard: one }));

describe('feedback', () => {
  it('is given from the end of the dialogue for thirty days', () => {
    const at = (instant: string) => feedbackStateOf(held, Date.parse(instant));
    expect(feedbackClosesAt(held)).toBe('2026-04-01T10:00:00.000Z');
    expect(at(endedAt)).toBe('open');
    expect(at('2026-04-01T10:00:00.000Z')).toBe('open');
    expect(at('2026-04-01T10:00:00.001Z')).toBe('closed');
  });

  it('is not asked before the end, nor of what did not take place', () => {
    const nowMs = Date.parse(endedAt);
    expect(feedbackClosesAt({ endedAt: null })).toBeNull();
    expect(feedbackStateOf({ endedAt: null, cancelledAt: null }, nowMs)).toBe('none');
    expect(feedbackStateOf({ endedAt, cancelledAt: endedAt }, nowMs)).toBe('none');
  });

  it('is counted, and the counts are told from three answers on', () => {
    expect(countHeard(answers('yes', 'no', 'yes'))).toEqual({ yes: 2, partly: 0, no: 1, none_raised: 0 });
    expect(tellableCounts([])).toBeNull();
    expect(tellableCounts(answers('yes', 'no'))).toBeNull();
    expect(tellableCounts(answers('yes', 'no', 'none_raised'))).toMatchObject({ none_raised: 1 });
  });

  it('says how far those who raised a concern were heard', () => {
    expect(heardShare(countHeard(answers('yes', 'partly', 'none_raised')))).toBe(0.75);
    expect(heardShare(countHeard(answers('no', 'no')))).toBe(0);
    expect(heardShare(countHeard(answers('none_raised')))).toBeNull();
    expect(heardShare(countHeard([]))).toBeNull();
  });

  it('awaits a reply to its text, and again once it was changed after the reply', () => {
    const given = { text: 'Not the costs', givenAt: '2026-03-03T00:00:00.000Z' };
    expect(replyStateOf({ ...given, repliedAt: null })).toBe('awaited');
    expect(replyStateOf({ ...given, text: '', repliedAt: null })).toBe('none');
    expect(replyStateOf({ ...given, repliedAt: given.givenAt })).toBe('given');
    expect(replyStateOf({ ...given, repliedAt: endedAt })).toBe('outdated');
  });
});
