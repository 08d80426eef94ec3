import { expect, it } from 'vitest';
import { Doors } from './doors';
import { defaultLimits } from './limits';

const turnOfLoop = () => new Promise<void>((resolve) => setImmediate(resolve));

function makeDoors(ofKnocks: { perSecond: number; burst: number }) {
  const limits = { ...defaultLimits, rates: { ...defaultLimits.rates, ofKnocks } };
  return new Doors({ limits, log: console });
}

it('a crowd comes in one a turn of the loop', async () => {
  const doors = makeDoors({ perSecond: 1, burst: 100 });
  let inside = 0;
  const all = Array.from({ length: 5 }, () => doors.pass('n', async () => ++inside));
  await turnOfLoop();
  await turnOfLoop();
  expect(inside).toBeLessThan(4);
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4, 5]);
});

it('a network that knocks too often is sent away, and no other; later it comes in again', async () => {
  const doors = makeDoors({ perSecond: 0.01, burst: 2 });
  const come = (network: string) => doors.pass(network, async () => 'in');
  expect(await Promise.all(['n', 'n', 'n', 'n', 'm'].map(come))).toEqual(['in', 'in', null, null, 'in']);
  doors.sweep();
  expect(await come('n')).toBe(null);
});

it('a network that knocks a little too often waits', async () => {
  const doors = makeDoors({ perSecond: 50, burst: 1 });
  const start = performance.now();
  await Promise.all(Array.from({ length: 3 }, () => doors.pass('n', async () => 'in')));
  expect(performance.now() - start).toBeGreaterThanOrEqual(30);
});

it('work that fails fails for its own visitor only', async () => {
  const doors = makeDoors({ perSecond: 1, burst: 10 });
  await expect(doors.pass('n', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await doors.pass('n', async () => 'in')).toBe('in');
});
