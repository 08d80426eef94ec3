import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FollowUpAct, type FollowUpState, followUpAfter } from './follow-up';

const at = '2026-11-02T08:00:00.000Z';
const states: FollowUpState[] = [
  { state: 'proposed' },
  { state: 'accepted', at },
  { state: 'declined', at, reason: 'No staff' },
];
const accept: FollowUpAct = { act: 'accept', at };
const decline: FollowUpAct = { act: 'decline', at, reason: ' No budget ' };
const ask = (isOtherLead: boolean): FollowUpAct => ({ act: 'ask', isOtherLead });

it('each act leads from where it is possible, and nowhere else', () => {
  const after = (act: FollowUpAct) => states.map((state) => followUpAfter(state, act)?.state ?? null);
  expect(after(accept)).toEqual(['accepted', null, 'accepted']);
  expect(after(decline)).toEqual(['declined', 'declined', null]);
  expect(after(ask(false))).toEqual([null, null, 'proposed']);
  expect(after(ask(true))).toEqual(['proposed', 'proposed', 'proposed']);
});

it('a lead that declines says why', () => {
  expect(followUpAfter({ state: 'proposed' }, { act: 'decline', at, reason: '  ' })).toBeNull();
  expect(followUpAfter({ state: 'proposed' }, decline)).toEqual({
    state: 'declined',
    at,
    reason: 'No budget',
  });
});

it('over any acts, it is accepted only where the lead accepted after it was last asked', () => {
  const acts = fc.array(fc.constantFrom(accept, decline, ask(false), ask(true)));
  fc.assert(
    fc.property(acts, (taken) => {
      let state: FollowUpState = { state: 'proposed' };
      let last: FollowUpAct['act'] = 'ask';
      for (const act of taken) {
        const after = followUpAfter(state, act);
        if (after) [state, last] = [after, act.act];
      }
      expect(state.state).toBe({ ask: 'proposed', accept: 'accepted', decline: 'declined' }[last]);
    }),
  );
});
