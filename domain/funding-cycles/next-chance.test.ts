import { describe, expect, it } from 'vitest';
import { nextChance } from './next-chance';

const event = (kind: 'window_opens' | 'window_closes' | 'decision' | 'end', date: string) => ({
  kind,
  date,
  precision: 'day' as const,
  state: 'confirmed' as const,
});

describe('the next date at which a cycle can still be changed', () => {
  it('is the first deadline that is not past and not cancelled', () => {
    const cancelled = { ...event('window_closes', '2026-03-31'), state: 'cancelled' as const };
    const events = [event('decision', '2026-09-01'), cancelled, event('window_closes', '2026-05-31')];
    expect(nextChance(events, '2026-03-01')).toBe(events[2]);
    expect(nextChance(events, '2026-05-31')).toBe(events[2]);
    expect(nextChance(events, '2026-06-01')).toBe(events[0]);
    expect(nextChance(events, '2026-09-02')).toBeNull();
  });

  it('is still ahead while any day of its month may be meant', () => {
    const may = { ...event('window_closes', '2026-05-01'), precision: 'month' as const };
    expect(nextChance([may], '2026-05-31')).toBe(may);
    expect(nextChance([may], '2026-06-01')).toBeNull();
  });

  it('is an opening where no deadline is dated, and never the mere end', () => {
    const opens = event('window_opens', '2027-01-01');
    expect(nextChance([event('end', '2026-12-31'), opens], '2026-06-01')).toBe(opens);
    expect(nextChance([event('end', '2026-12-31')], '2026-06-01')).toBeNull();
  });
});
