import { expect, it } from 'vitest';
import type { ItemState } from './agenda-item';
import { emptyFloor, type Floor, floorAfter, speaking } from './floor';
import { floorUnder } from './floor-under';

const request = {
  id: 'r',
  institutionId: 'who',
  speaker: '',
  kind: 'intervention',
  requestedAtMs: 0,
} as const;
const asked = floorAfter(emptyFloor, { act: 'request', request }) as Floor;
const spoken = floorAfter(asked, { act: 'give', id: 'r', atMs: 1_000 }) as Floor;

const stopped: ItemState[] = [
  { state: 'planned' },
  { state: 'paused', spentMs: 0 },
  { state: 'closed', spentMs: 0 },
  { state: 'postponed', spentMs: 0 },
];

it.each(stopped)('nobody speaks under an item that is $state', (item) => {
  const floor = floorUnder(item, spoken, 5_000);
  expect(speaking(floor)).toBeNull();
  expect(floor.heard).toMatchObject([{ startedAtMs: 1_000, endedAtMs: 5_000 }]);
  expect(floorUnder(item, floor, 9_000)).toBe(floor);
  expect(floorUnder(item, asked, 5_000)).toBe(asked);
});

it('whoever speaks under an item that runs goes on', () => {
  expect(floorUnder({ state: 'running', sinceMs: 0, spentMs: 0 }, spoken, 5_000)).toBe(spoken);
});
