import { expect, it } from 'vitest';
import { formerAnswer, standingAnswer } from './kept-answer';

it('stands while the start has not moved, and is of a former date once it has', () => {
  const given = { answer: 'accepted', answeredAt: '2026-03-01T08:00:00.000Z' } as const;
  expect([standingAnswer(given), formerAnswer(given)]).toEqual(['accepted', null]);
  const moved = { ...given, answeredAt: null };
  expect([standingAnswer(moved), formerAnswer(moved)]).toEqual([null, 'accepted']);
  const none = { answer: null, answeredAt: null };
  expect([standingAnswer(none), formerAnswer(none)]).toEqual([null, null]);
});
