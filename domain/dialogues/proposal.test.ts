import { describe, expect, it } from 'vitest';
import { proposalAfter, proposalStates, takesPositions } from './proposal';

describe('a proposal', () => {
  it('is opened once, closed once, and withdrawn only before it is closed', () => {
    const table = (['open', 'close', 'withdraw'] as const).map((act) => [
      act,
      ...proposalStates.map((state) => proposalAfter(state, act)),
    ]);
    expect(table).toEqual([
      ['open', 'open', 'open', null, null],
      ['close', null, 'closed', 'closed', null],
      ['withdraw', 'withdrawn', 'withdrawn', null, 'withdrawn'],
    ]);
  });

  it('takes positions while it is open, under silence until the deadline', () => {
    const consensus = { kind: 'consensus', quorum: null } as const;
    expect(proposalStates.filter((state) => takesPositions(state, consensus, 0))).toEqual(['open']);
    const silence = { kind: 'silence', deadlineMs: 100 } as const;
    expect([99, 100].map((nowMs) => takesPositions('open', silence, nowMs))).toEqual([true, false]);
  });
});
