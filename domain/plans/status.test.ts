import { describe, expect, it } from 'vitest';
import { isOverdue } from './status';

describe('overdue', () => {
  it('is an end that has passed without a word that the action is done or given up', () => {
    const endDate = '2026-03-31';
    expect(isOverdue({ endDate, status: null }, '2026-04-01')).toBe(true);
    expect(isOverdue({ endDate, status: 'in_progress' }, '2026-04-01')).toBe(true);
    expect(isOverdue({ endDate, status: 'in_progress' }, '2026-03-31')).toBe(false);
    expect(isOverdue({ endDate, status: 'completed' }, '2026-04-01')).toBe(false);
    expect(isOverdue({ endDate, status: 'cancelled' }, '2026-04-01')).toBe(false);
    expect(isOverdue({ endDate: null, status: null }, '2026-04-01')).toBe(false);
  });
});
