import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradient, type Step } from './gradient';
import {
  type Ballot,
  currentPositions,
  type Position,
  spokeThemselves,
  takePosition,
  visibleHistory,
} from './positions';

const open: Ballot = {
  scale: 'gradient',
  isHidden: false,
  eligible: ['ilo', 'who'],
  state: 'open',
  history: [],
};

function position(overrides: Partial<Position> = {}): Position {
  return {
    id: '1',
    institutionId: 'ilo',
    step: 'support',
    reason: '',
    isAdReferendum: false,
    basis: null,
    atMs: 0,
    ...overrides,
  };
}

function taken(ballot: Ballot, ...positions: Position[]): Ballot {
  return positions.reduce((now, next) => {
    const answer = takePosition(now, next);
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.ballot;
  }, ballot);
}

describe('a position', () => {
  it('is refused when it is too late, not one’s own to take, off the scale or without what it needs', () => {
    const refusal = (ballot: Ballot, given: Partial<Position>) => {
      const answer = takePosition(ballot, position(given));
      return answer.ok ? null : answer.refusal;
    };
    expect(refusal({ ...open, state: 'closed' }, {})).toBe('closed');
    expect(refusal(open, { institutionId: 'giz' })).toBe('not_eligible');
    expect(refusal({ ...open, scale: 'three' }, { step: 'reservations', reason: 'x' })).toBe('not_on_scale');
    expect(refusal(open, { step: 'reservations', reason: '  ' })).toBe('reason_missing');
    expect(refusal(open, { basis: ' ' })).toBe('basis_missing');
    expect(refusal(open, { basis: 'Letter of 3 March' })).toBeNull();
  });

  it('is recorded for who has not taken its own, and an own one always follows a recorded one', () => {
    const recorded = (id: string, step: Step = 'support') => position({ id, step, basis: 'By telephone' });
    const own = (id: string) => position({ id, step: 'block', reason: 'No mandate' });
    const twice = taken(open, recorded('1'), recorded('2', 'whole_hearted'));
    expect(currentPositions(twice).get('ilo')?.step).toBe('whole_hearted');
    expect(spokeThemselves(twice)).toEqual([]);
    const spoke = taken(twice, own('3'), position({ id: '4', institutionId: 'who', basis: 'Letter' }));
    expect(spokeThemselves(spoke)).toEqual(['ilo']);
    expect(takePosition(spoke, recorded('5'))).toEqual({ ok: false, refusal: 'own_stands' });
    // What was recorded before and arrives again changes nothing, and is no reason to be refused.
    expect(takePosition(spoke, recorded('1'))).toEqual({ ok: true, ballot: spoke });
    expect(currentPositions(taken(spoke, position({ id: '6' }))).get('ilo')?.step).toBe('support');
  });

  it('that is sent twice counts once, also after closing', () => {
    const once = taken(open, position());
    expect(taken(once, position())).toEqual(once);
    const closed: Ballot = { ...once, state: 'closed' };
    expect(takePosition(closed, position())).toEqual({ ok: true, ballot: closed });
    expect(takePosition(once, position({ step: 'whole_hearted' }))).toEqual({
      ok: false,
      refusal: 'id_taken',
    });
  });

  it('can be changed until closing; the last holds and the former stay', () => {
    const ballot = taken(open, position(), position({ id: '2', step: 'block', reason: 'No source' }));
    expect(currentPositions(ballot).get('ilo')?.step).toBe('block');
    expect(ballot.history).toHaveLength(2);
  });

  it('of others is hidden until closing where that was chosen', () => {
    const hidden = taken(
      { ...open, isHidden: true },
      position(),
      position({ id: '2', institutionId: 'who' }),
    );
    const seenBy = (ballot: Ballot, who: string | null) => visibleHistory(ballot, who).map(({ id }) => id);
    expect(seenBy(hidden, 'ilo')).toEqual(['1']);
    expect(seenBy(hidden, null)).toEqual([]);
    expect(seenBy({ ...hidden, state: 'closed' }, 'ilo')).toEqual(['1', '2']);
  });

  it('is never lost nor changed, whatever is sent in whatever order', () => {
    const any = fc.record({
      id: fc.constantFrom('1', '2', '3', '4'),
      institutionId: fc.constantFrom('ilo', 'who', 'giz'),
      step: fc.constantFrom(...gradient),
      reason: fc.constantFrom('', 'because'),
      basis: fc.constantFrom(null, 'By telephone'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (sent) => {
        let ballot = open;
        for (const given of sent) {
          const before = ballot.history;
          const answer = takePosition(ballot, position(given as Partial<Position> & { step: Step }));
          const spoke = spokeThemselves(ballot);
          if (answer.ok) ballot = answer.ballot;
          for (const id of spoke) expect(currentPositions(ballot).get(id)?.basis).toBeNull();
          expect(ballot.history.slice(0, before.length)).toEqual(before);
        }
        expect(new Set(ballot.history.map(({ id }) => id)).size).toBe(ballot.history.length);
      }),
      { seed: 11 },
    );
  });
});
