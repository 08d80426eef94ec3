import { describe, expect, it } from 'vitest';
import { type DecisionState, type Deferral, decisionAfter, decisionNumber, standsFor } from './decision';
import { type MinutesAct, type MinutesState, minutesAfter } from './minutes';

const correction = { id: 'c1', institutionId: 'ilo', itemId: 'i1', text: 'We said “may”.' };

function outcome(minutes: MinutesState, act: MinutesAct, nowMs = 0): string {
  const answer = minutesAfter(minutes, act, nowMs);
  return answer.ok ? answer.minutes.state : answer.refusal;
}

function minutesFrom(minutes: MinutesState, act: MinutesAct): MinutesState {
  const answer = minutesAfter(minutes, act, 0);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.minutes;
}

describe('minutes', () => {
  const circulated: MinutesState = { state: 'corrections', deadlineMs: 100, corrections: [] };
  const states: MinutesState[] = [
    { state: 'draft' },
    { state: 'review' },
    circulated,
    { state: 'locked', corrections: [] },
  ];
  const acts: MinutesAct[] = [
    { act: 'submit' },
    { act: 'return' },
    { act: 'circulate', deadlineMs: 100 },
    { act: 'correct', correction, atMs: 50 },
    { act: 'answer', id: 'c1', accepted: true, reason: 'As recorded' },
    { act: 'lock', atMs: 100 },
  ];

  it('go from each state by each act where they may, and nowhere else', () => {
    expect(states.map((state) => acts.map((act) => outcome(state, act)))).toEqual([
      ['review', 'not_now', 'not_now', 'not_now', 'not_now', 'not_now'],
      ['not_now', 'draft', 'corrections', 'not_now', 'not_now', 'not_now'],
      ['not_now', 'not_now', 'not_now', 'corrections', 'unknown_correction', 'locked'],
      ['not_now', 'not_now', 'not_now', 'not_now', 'not_now', 'not_now'],
    ]);
  });

  it('are locked after the deadline, once every correction was answered with a reason', () => {
    const asked = minutesFrom(circulated, { act: 'correct', correction, atMs: 99 });
    expect(outcome(asked, { act: 'lock', atMs: 99 })).toBe('too_early');
    expect(outcome(asked, { act: 'lock', atMs: 100 })).toBe('unanswered');
    expect(outcome(asked, { act: 'answer', id: 'c1', accepted: false, reason: ' ' })).toBe('reason_missing');
    const refused = minutesFrom(asked, {
      act: 'answer',
      id: 'c1',
      accepted: false,
      reason: 'The recording differs',
    });
    expect(outcome(refused, { act: 'answer', id: 'c1', accepted: true, reason: 'x' })).toBe('answered');
    expect(minutesFrom(refused, { act: 'lock', atMs: 100 })).toEqual({
      state: 'locked',
      corrections: [{ ...correction, answer: { accepted: false, reason: 'The recording differs' } }],
    });
  });

  it('take a correction sent twice once, and none that is new after the deadline', () => {
    const asked = minutesFrom(circulated, { act: 'correct', correction, atMs: 99 });
    expect(minutesFrom(asked, { act: 'correct', correction, atMs: 500 })).toEqual(asked);
    expect(outcome(asked, { act: 'correct', correction: { ...correction, id: 'c2' }, atMs: 101 })).toBe(
      'too_late',
    );
    expect(outcome({ state: 'review' }, { act: 'circulate', deadlineMs: 5 }, 5)).toBe('deadline_in_past');
  });
});

describe('a decision', () => {
  const takenUp = { dialogueId: 'd9', itemId: 'i9', proposalId: 'p9', at: 'then' } as Deferral['takenUp'] &
    object;

  it('goes from each state by each act where it may, and nowhere else', () => {
    const states: DecisionState[] = [
      { state: 'adopted' },
      { state: 'deferred' },
      { state: 'amended', by: 'd' },
      { state: 'superseded', by: 'd' },
    ];
    const acts = [
      { act: 'postpone', reviewOn: null, reason: 'No costing yet', at: '2026-03-02' },
      { act: 'takeUp', takenUp },
      { act: 'amend', by: 'x' },
      { act: 'supersede', by: 'x' },
    ] as const;
    expect(states.map((state) => acts.map((act) => decisionAfter(state, act)?.state ?? '-'))).toEqual([
      ['-', '-', 'amended', 'superseded'],
      ['deferred', 'deferred', '-', 'superseded'],
      ['-', '-', 'amended', 'superseded'],
      ['-', '-', '-', '-'],
    ]);
  });

  it('keeps what it went through while it was deferred', () => {
    const put = (state: DecisionState | null, reviewOn: string | null, reason: string) =>
      state && decisionAfter(state, { act: 'postpone', reviewOn, reason, at: 'now' });
    expect(put({ state: 'deferred' }, null, '  ')).toBe(null);
    const twice = put(put({ state: 'deferred' }, null, 'No costing'), '2026-06-30', ' No quorum ');
    const postponed = [
      { reviewOn: null, reason: 'No costing', at: 'now' },
      { reviewOn: '2026-06-30', reason: 'No quorum', at: 'now' },
    ];
    const up = twice && decisionAfter(twice, { act: 'takeUp', takenUp });
    expect(up).toEqual({ state: 'deferred', postponed, takenUp });
    expect(up && decisionAfter(up, { act: 'supersede', by: 'x' })).toEqual({
      ...{ state: 'superseded', by: 'x' },
      ...{ postponed, takenUp },
    });
  });

  it('that was taken up is decided on by the proposal made for it, or by what that was amended into', () => {
    const proposals = [
      { id: 'p1', amendsId: null },
      { id: 'p2', amendsId: 'p1' },
      { id: 'p3', amendsId: 'p2' },
      { id: 'other', amendsId: null },
    ];
    expect(['p1', 'p3', 'other'].map((id) => standsFor(id, 'p1', proposals))).toEqual([true, true, false]);
  });

  it('is cited by a number that says where it was taken', () => {
    expect(decisionNumber({ workspace: 'mdg', year: 2026, dialogue: 3, decision: 4 })).toBe('MDG/2026/03/D4');
  });
});
