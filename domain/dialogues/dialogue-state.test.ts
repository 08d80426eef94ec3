import { expect, it } from 'vitest';
import { dialogueStateOf, mayReinstate } from './dialogue-state';

const at = '2026-03-01T00:00:00.000Z';
const planned = { startedAt: null, endedAt: null, cancelledAt: null };

it('a dialogue is planned, running, ended or cancelled', () => {
  expect(dialogueStateOf(planned)).toBe('planned');
  expect(dialogueStateOf({ ...planned, startedAt: at })).toBe('running');
  expect(dialogueStateOf({ ...planned, startedAt: at, endedAt: at })).toBe('ended');
  expect(dialogueStateOf({ ...planned, cancelledAt: at })).toBe('cancelled');
});

it('a cancellation can be taken back until the planned start', () => {
  const startsAt = '2026-03-02T00:00:00.000Z';
  const cancelled = { ...planned, cancelledAt: at, startsAt };
  expect(mayReinstate(cancelled, Date.parse(startsAt) - 1)).toBe(true);
  expect(mayReinstate(cancelled, Date.parse(startsAt))).toBe(false);
  expect(mayReinstate({ ...planned, startsAt }, 0)).toBe(false);
});
