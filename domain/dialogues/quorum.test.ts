import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AttendanceMark,
  attendanceStates,
  countedOf,
  fullestQuorum,
  neededOf,
  presentAt,
  type QuorumRule,
  quorumOf,
  type Seat,
} from './quorum';

const half = { numerator: 1, denominator: 2 };
const invited: Seat[] = [
  { institutionId: 'msanp', group: 'government', answer: 'accepted' },
  { institutionId: 'mef', group: 'government', answer: null },
  { institutionId: 'ilo', group: 'partners', answer: 'declined' },
  { institutionId: 'union', group: 'social partners', answer: 'declined' },
];
const byInstitution: QuorumRule = { by: 'institution', atLeast: half };

describe('the quorum', () => {
  it('rounds a share up in whole numbers', () => {
    expect(neededOf({ numerator: 2, denominator: 3 }, 9)).toBe(6);
    expect(neededOf({ numerator: 2, denominator: 3 }, 10)).toBe(7);
    expect(neededOf(half, 0)).toBe(0);
  });

  it('follows arrivals and departures, and a group is there with one of its institutions', () => {
    const marks = [
      { institutionId: 'msanp', state: 'present', atMs: 10 },
      { institutionId: 'ilo', state: 'remote', atMs: 20 },
      { institutionId: 'msanp', state: 'left', atMs: 30 },
      { institutionId: 'union', state: 'excused', atMs: 5 },
    ] as const;
    expect([...presentAt(marks, 25)]).toEqual(['msanp', 'ilo']);
    expect([...presentAt(marks, 30)]).toEqual(['ilo']);
    const rule = { by: 'group', atLeast: { numerator: 2, denominator: 3 } } as const;
    expect(quorumOf(rule, invited, presentAt(marks, 25))).toEqual({
      ...{ isMet: true, present: 2, needed: 2, of: 3 },
    });
  });

  it.each([
    ['accepted', false, true],
    ['accepted', true, true],
    [null, false, true],
    [null, true, true],
    ['declined', false, false],
    ['declined', true, true],
  ] as const)('of an institution that answered %s, there: %s, counts it: %s', (answer, isThere, counts) => {
    const seat: Seat = { institutionId: 'ilo', group: 'partners', answer };
    const counted = countedOf([seat], new Set(isThere ? ['ilo'] : []));
    expect(counted).toEqual(counts ? [{ institutionId: 'ilo', group: 'partners' }] : []);
  });

  it('is that of the fullest moment afterwards: who came one after the other was never there together', () => {
    const passing = ['msanp', 'mef', 'ilo'].flatMap((institutionId, at): AttendanceMark[] => [
      { institutionId, state: 'present', atMs: at * 10 },
      { institutionId, state: 'left', atMs: at * 10 + 5 },
    ]);
    const all = { ...byInstitution, atLeast: { numerator: 1, denominator: 1 } };
    expect(fullestQuorum(all, invited, passing)).toEqual({ isMet: false, present: 1, needed: 2, of: 2 });
    const together = passing.filter(({ state }) => state === 'present');
    expect(fullestQuorum(all, invited, together)).toEqual({ isMet: true, present: 3, needed: 3, of: 3 });
    expect(fullestQuorum(byInstitution, invited, [])).toEqual({ isMet: false, present: 0, needed: 1, of: 2 });
  });

  it('counts nobody who is not among those who count, and is met afterwards if it was at any moment', () => {
    const mark = fc.record({
      institutionId: fc.constantFrom('msanp', 'mef', 'ilo', 'union', 'stranger'),
      state: fc.constantFrom(...attendanceStates),
      atMs: fc.nat(20),
    });
    const rule = fc.record({
      by: fc.constantFrom('institution' as const, 'group' as const),
      atLeast: fc.constantFrom(half, { numerator: 2, denominator: 3 }, { numerator: 1, denominator: 1 }),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 20 }), rule, (marks, anyRule) => {
        const moments = marks.map(({ atMs }) => {
          const present = presentAt(marks, atMs);
          return quorumOf(anyRule, countedOf(invited, present), present);
        });
        for (const { present, of } of moments) expect(present).toBeLessThanOrEqual(of);
        expect(fullestQuorum(anyRule, invited, marks).isMet).toBe(moments.some(({ isMet }) => isMet));
      }),
      { seed: 17 },
    );
  });
});
