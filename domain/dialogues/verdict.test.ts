import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradient, isObjection, type Step } from './gradient';
import type { Position } from './positions';
import { type DecisionRule, verdictOf } from './verdict';

const eligible = [
  { institutionId: 'msanp', group: 'government' },
  { institutionId: 'mef', group: 'government' },
  { institutionId: 'ilo', group: 'partners' },
  { institutionId: 'union', group: 'social partners' },
];

function room(steps: Record<string, Step>, rule: DecisionRule, present = Object.keys(steps), nowMs = 0) {
  const positions = new Map(
    Object.entries(steps).map(([institutionId, step]): [string, Position] => [
      institutionId,
      { id: institutionId, institutionId, step, reason: 'r', isAdReferendum: false, basis: null, atMs: 0 },
    ]),
  );
  return verdictOf({ rule, eligible, counted: eligible, present: new Set(present), positions, nowMs });
}

const half = { numerator: 1, denominator: 2 };
const consensus: DecisionRule = { kind: 'consensus', quorum: { by: 'institution', atLeast: half } };

describe('the verdict', () => {
  it('by consensus is the absence of objection, with reservations recorded', () => {
    expect(room({ msanp: 'support', ilo: 'reservations', union: 'abstain' }, consensus)).toEqual({
      outcome: 'adopted',
      reasons: [
        { code: 'quorum_met', quorum: { isMet: true, present: 3, needed: 2, of: 4 } },
        { code: 'no_objection' },
        { code: 'reservations', institutionIds: ['ilo'] },
      ],
    });
    const objected = room({ msanp: 'support', ilo: 'block' }, consensus);
    expect(objected.outcome).toBe('not_adopted');
    expect(objected.reasons.at(-1)).toEqual({ code: 'objections', institutionIds: ['ilo'] });
  });

  it('is none without a quorum, and pending where nobody has spoken', () => {
    expect(room({ msanp: 'support' }, consensus).reasons).toEqual([
      { code: 'quorum_missed', quorum: { isMet: false, present: 1, needed: 2, of: 4 } },
    ]);
    expect(room({}, consensus, ['msanp', 'mef']).outcome).toBe('pending');
  });

  it('by silence is adopted at the deadline unless someone objects', () => {
    const rule: DecisionRule = { kind: 'silence', deadlineMs: 100 };
    expect(room({}, rule, [], 99).outcome).toBe('pending');
    expect(room({}, rule, [], 100).outcome).toBe('adopted');
    expect(room({ ilo: 'serious_disagreement' }, rule, [], 100).outcome).toBe('not_adopted');
  });

  it('by threshold counts those for among those for and against', () => {
    const rule: DecisionRule = {
      kind: 'threshold',
      by: 'institution',
      atLeast: { numerator: 2, denominator: 3 },
      quorum: null,
    };
    const verdict = room({ msanp: 'support', mef: 'reservations', ilo: 'block', union: 'abstain' }, rule);
    expect(verdict.outcome).toBe('adopted');
    expect(verdict.reasons[0]).toEqual({ code: 'threshold_reached', inFavour: 2, needed: 2, of: 3 });
    expect(room({ msanp: 'support', ilo: 'block' }, rule).outcome).toBe('not_adopted');
  });

  it.each(['institution', 'group'] as const)(
    'by threshold of each %s is established where all abstain, and pending only while nobody has spoken',
    (by) => {
      const quorum = { by: 'institution', atLeast: half } as const;
      const rule: DecisionRule = { kind: 'threshold', by, atLeast: half, quorum };
      expect(room({ msanp: 'abstain', ilo: 'follow_majority', union: 'more_discussion' }, rule)).toEqual({
        outcome: 'not_adopted',
        reasons: [
          { code: 'quorum_met', quorum: { isMet: true, present: 3, needed: 2, of: 4 } },
          { code: 'none_stand', by },
        ],
      });
      expect(room({}, rule, ['msanp', 'mef']).reasons.at(-1)).toEqual({ code: 'nobody_spoke' });
      expect(room({ stranger: 'abstain' }, rule, ['msanp', 'mef']).outcome).toBe('pending');
    },
  );

  it('by group says who objects where every group is split', () => {
    const rule: DecisionRule = { kind: 'threshold', by: 'group', atLeast: half, quorum: null };
    expect(room({ msanp: 'support', mef: 'block' }, rule)).toEqual({
      outcome: 'not_adopted',
      reasons: [
        { code: 'none_stand', by: 'group' },
        { code: 'objections', institutionIds: ['mef'] },
      ],
    });
  });

  it('counts its quorum of those who count now, whoever may take positions', () => {
    const positions = new Map<string, Position>();
    const [only] = eligible;
    const verdict = verdictOf({
      ...{ rule: consensus, eligible, positions, nowMs: 0 },
      ...{ counted: only ? [only] : [], present: new Set(['msanp']) },
    });
    expect(verdict.reasons[0]).toEqual({
      code: 'quorum_met',
      quorum: { isMet: true, present: 1, needed: 1, of: 1 },
    });
  });

  it('by group lets each group stand once, and one that is split nowhere', () => {
    const rule: DecisionRule = { kind: 'threshold', by: 'group', atLeast: half, quorum: null };
    const verdict = room({ msanp: 'support', mef: 'block', ilo: 'support', union: 'block' }, rule);
    expect(verdict.reasons[0]).toEqual({ code: 'threshold_reached', inFavour: 1, needed: 1, of: 2 });
  });

  it('never adopts by consensus over an objection, nor counts who may not take part', () => {
    const steps = fc.dictionary(
      fc.constantFrom('msanp', 'mef', 'ilo', 'union', 'stranger'),
      fc.constantFrom(...gradient),
    );
    fc.assert(
      fc.property(steps, (taken) => {
        const { outcome } = room(taken, { kind: 'consensus', quorum: null });
        const objecting = Object.entries(taken).some(([id, step]) => id !== 'stranger' && isObjection(step));
        expect(outcome === 'adopted' && objecting).toBe(false);
        const { stranger: _, ...members } = taken;
        const rule: DecisionRule = { kind: 'threshold', by: 'institution', atLeast: half, quorum: null };
        expect(room(taken, rule)).toEqual(room(members, rule));
      }),
      { seed: 13 },
    );
  });
});
