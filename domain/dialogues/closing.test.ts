import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecisionState, type Deferral, decisionAfter, decisionNumber, standsFor } from './decision';
import { correctionsOf, type MinutesAct, type MinutesState, minutesAfter } from './minutes';
import { stillOpen } from './still-open';

const correction = { id: 'c1', institutionId: 'ilo', itemId: 'i1', text: 'We said “may”.' };

const lock = (atMs: number) => ({ act: 'lock', atMs, stillOpen: null }) as const;

function outcome(minutes: MinutesState, act: MinutesAct, nowMs = 0): string {
  const answer = minutesAfter(minutes, act, nowMs);
  return answer.ok ? answer.minutes.state : answer.refusal;
}

function minutesFrom(minutes: MinutesState, act: MinutesAct): MinutesState {
  const answer = minutesAfter(minutes, act, 0);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.minutes;
}

/** Where a convenor comes who does what is still to be done, whatever was done before. */
function lockedFrom(minutes: MinutesState, nowMs: number): string {
  if (minutes.state === 'locked') return 'locked';
  const acts: MinutesAct[] = [
    ...(minutes.state === 'draft' ? [{ act: 'submit' } as const] : []),
    ...(minutes.state === 'corrections' ? [{ act: 'recall' } as const] : []),
    { act: 'circulate', deadlineMs: nowMs + 500 },
    { act: 'extend', deadlineMs: nowMs + 1 },
    ...correctionsOf(minutes).map(
      ({ id }) => ({ act: 'answer', id, accepted: false, reason: 'Last' }) as const,
    ),
    lock(nowMs + 1),
  ];
  return acts.reduce<MinutesState>((state, act) => {
    const answer = minutesAfter(state, act, nowMs);
    if (!answer.ok) throw new Error(`${act.act}: ${answer.refusal}`);
    return answer.minutes;
  }, minutes).state;
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
    { act: 'extend', deadlineMs: 200 },
    { act: 'recall' },
    { act: 'correct', correction, atMs: 50 },
    { act: 'answer', id: 'c1', accepted: true, reason: 'As recorded' },
    lock(100),
  ];

  const [no, unknown] = ['not_now', 'unknown_correction'];

  it('go from each state by each act where they may, and nowhere else', () => {
    expect(states.map((state) => acts.map((act) => outcome(state, act)))).toEqual([
      ['review', no, no, no, no, no, unknown, no],
      [no, 'draft', 'corrections', no, no, no, unknown, no],
      [no, no, no, 'corrections', 'review', 'corrections', unknown, 'locked'],
      [no, no, no, no, no, no, no, no],
    ]);
  });

  it('are locked after the deadline, once every correction was answered with a reason', () => {
    const asked = minutesFrom(circulated, { act: 'correct', correction, atMs: 99 });
    expect(outcome(asked, lock(100))).toBe('unanswered');
    expect(outcome(asked, { act: 'answer', id: 'c1', accepted: false, reason: ' ' })).toBe('reason_missing');
    const refused = minutesFrom(asked, {
      act: 'answer',
      id: 'c1',
      accepted: false,
      reason: 'The recording differs',
    });
    expect(outcome(refused, lock(99))).toBe('too_early');
    expect(minutesFrom(refused, lock(100))).toEqual({
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

  it('get another deadline, sooner or later, from which corrections and the lock count', () => {
    const extend = (deadlineMs: number) => ({ act: 'extend', deadlineMs }) as const;
    const correct = { act: 'correct', correction, atMs: 150 } as const;
    const answer = { act: 'answer', id: 'c1', accepted: true, reason: 'Yes' } as const;
    const later = minutesFrom(circulated, extend(200));
    expect(outcome(circulated, correct)).toBe('too_late');
    expect(outcome(later, correct)).toBe('corrections');
    expect(outcome(later, lock(150))).toBe('too_early');
    const sooner = minutesFrom(minutesFrom(minutesFrom(later, correct), answer), extend(160));
    expect(outcome(sooner, lock(160))).toBe('locked');
    expect(outcome(circulated, extend(50), 50)).toBe('deadline_in_past');
    // The same deadline sent twice changes nothing, also when it has passed meanwhile.
    expect(minutesFrom(later, extend(200))).toBe(later);
  });

  it('recalled keep what was proposed and answered, and circulated again go on with it', () => {
    const asked = minutesFrom(circulated, { act: 'correct', correction, atMs: 99 });
    const recalled = minutesFrom(asked, { act: 'recall' });
    expect(recalled).toEqual({ state: 'review', corrections: correctionsOf(asked) });
    expect(outcome(recalled, { act: 'correct', correction: { ...correction, id: 'c2' }, atMs: 99 })).toBe(no);
    expect(minutesFrom(recalled, { act: 'correct', correction, atMs: 99 })).toBe(recalled);
    const answer = { accepted: true, reason: 'As recorded' };
    const answered = minutesFrom(recalled, { act: 'answer', id: 'c1', ...answer });
    const back = minutesFrom(minutesFrom(answered, { act: 'return' }), { act: 'submit' });
    expect(minutesFrom(back, { act: 'circulate', deadlineMs: 300 })).toEqual({
      ...{ state: 'corrections', deadlineMs: 300 },
      corrections: [{ ...correction, answer }],
    });
  });

  it('have a correction answered anew until they are locked', () => {
    const answer = (accepted: boolean, reason: string) =>
      ({ act: 'answer', id: 'c1', accepted, reason }) as const;
    const asked = minutesFrom(circulated, { act: 'correct', correction, atMs: 99 });
    const wrongly = minutesFrom(asked, answer(true, 'Yes'));
    expect(minutesFrom(wrongly, answer(true, 'Yes'))).toBe(wrongly);
    expect(outcome(wrongly, answer(false, ' '))).toBe('reason_missing');
    const anew = minutesFrom(wrongly, answer(false, 'The recording differs'));
    expect(correctionsOf(anew)).toEqual([
      { ...correction, answer: { accepted: false, reason: 'The recording differs' } },
    ]);
    expect(outcome(minutesFrom(anew, lock(100)), answer(true, 'Yes'))).toBe(no);
  });

  it('are not locked while something would still change the report', () => {
    const ended = { endedAt: '2' as string | null };
    const put = { id: 'p1', amendsId: null, state: 'closed', isAdopted: true, isDecided: true } as const;
    const open = (proposal: Partial<Parameters<typeof stillOpen>[0]['proposals'][number]>, when = ended) =>
      stillOpen({ ...when, proposals: [{ ...put, ...proposal }] });
    expect(open({})).toBe(null);
    expect(open({}, { endedAt: null })).toBe('not_ended');
    expect(open({ state: 'open', isAdopted: false, isDecided: false })).toBe('proposal_open');
    expect(open({ isDecided: false })).toBe('undecided');
    expect(open({ isDecided: false, isAdopted: false })).toBe('undecided');
    for (const state of ['draft', 'withdrawn'] as const)
      expect(open({ state, isAdopted: false, isDecided: false })).toBe(null);
    // What was not adopted and was amended is decided in its new text.
    const before = { ...put, id: 'p0', isAdopted: false, isDecided: false };
    expect(stillOpen({ ...ended, proposals: [before, { ...put, amendsId: 'p0' }] })).toBe(null);
    for (const obstacle of ['not_ended', 'proposal_open', 'undecided'] as const)
      expect(outcome(circulated, { act: 'lock', atMs: 100, stillOpen: obstacle })).toBe(obstacle);
  });

  it('over any acts lose no correction, and can always be brought to their end', () => {
    const anyAct: fc.Arbitrary<MinutesAct> = fc.oneof(
      fc.constantFrom<MinutesAct>({ act: 'submit' }, { act: 'return' }, { act: 'recall' }),
      fc.record({ act: fc.constantFrom('circulate' as const, 'extend' as const), deadlineMs: fc.nat(200) }),
      fc.record({
        act: fc.constant('correct' as const),
        correction: fc.constantFrom('a', 'b', 'c').map((id) => ({ ...correction, id })),
        atMs: fc.nat(200),
      }),
      fc.record({
        act: fc.constant('answer' as const),
        id: fc.constantFrom('a', 'b', 'c'),
        accepted: fc.boolean(),
        reason: fc.constantFrom('', 'Yes', 'No'),
      }),
      fc.nat(200).map(lock),
    );
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 30 }), (acts) => {
        let minutes: MinutesState = { state: 'draft' };
        let nowMs = 0;
        for (const act of acts) {
          if ('atMs' in act) nowMs = Math.max(nowMs, act.atMs);
          const taken = 'atMs' in act ? { ...act, atMs: nowMs } : act;
          const answer = minutesAfter(minutes, taken, nowMs);
          if (!answer.ok) continue;
          const ids = correctionsOf(answer.minutes).map(({ id }) => id);
          expect(ids).toEqual(expect.arrayContaining(correctionsOf(minutes).map(({ id }) => id)));
          expect(new Set(ids).size).toBe(ids.length);
          if (minutes.state === 'locked') expect(answer.minutes).toBe(minutes);
          minutes = answer.minutes;
        }
        expect(lockedFrom(minutes, nowMs)).toBe('locked');
      }),
    );
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
