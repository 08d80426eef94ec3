import { describe, expect, it } from 'vitest';
import { collapse } from './collapse';

function happening(minute: number, overrides: object = {}) {
  return {
    id: minute,
    kind: 'invitation.created',
    at: new Date(Date.UTC(2026, 2, 2, 12, -minute)).toISOString(),
    accountId: 'a',
    institutionId: 'i',
    subjectType: 'invitation',
    subjectId: String(minute),
    ...overrides,
  };
}

describe('collapse', () => {
  it('makes one of what one person did alike, and keeps the newest', () => {
    const events = [happening(0), happening(1), happening(2), happening(3, { accountId: 'b' }), happening(4)];
    expect(collapse(events)).toMatchObject([
      { id: 0, count: 3 },
      { id: 3, count: 1 },
      { id: 4, count: 1 },
    ]);
  });

  it('keeps apart two plans, two institutions, two kinds and two days', () => {
    const plan = { kind: 'plan.edited', subjectType: 'plan' };
    const pairs = [
      [happening(0, { ...plan, subjectId: 'x' }), happening(1, { ...plan, subjectId: 'y' })],
      [happening(0), happening(1, { institutionId: 'j' })],
      [happening(0), happening(1, { kind: 'invitation.revoked' })],
      [happening(0), happening(24 * 60)],
    ];
    for (const pair of pairs) expect(collapse(pair)).toHaveLength(2);
    const same = { ...plan, subjectId: 'x' };
    expect(collapse([happening(0, same), happening(1, same)])).toMatchObject([{ count: 2 }]);
  });
});
