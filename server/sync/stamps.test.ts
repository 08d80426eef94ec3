import { expect, it } from 'vitest';
import { makeTestClock } from '#tests/factories/clock';
import { Stamps } from './stamps';

/** What is kept on disk: where the next begin. */
function makeDisk() {
  const disk = {
    next: 0,
    asked: 0,
    failure: null as Error | null,
    async reserveStamps({ count, atLeast }: { count: number; atLeast: number }): Promise<number> {
      disk.asked++;
      if (disk.failure) throw disk.failure;
      const first = Math.max(disk.next, atLeast);
      disk.next = first + count;
      return first;
    },
  };
  return disk;
}

const errors: string[] = [];
const log = { info: () => {}, warn: () => {}, error: (_: object, message: string) => errors.push(message) };

async function start(disk: ReturnType<typeof makeDisk>, clock = makeTestClock(), span?: number) {
  const stamps = new Stamps({ storage: disk, clock, log, span });
  await stamps.ready();
  return stamps;
}

it('clocks of presence rise over every restart, also when the time of day goes back', async () => {
  const disk = makeDisk();
  const clock = makeTestClock();
  let last = 0;
  for (let restart = 0; restart < 5; restart++) {
    const stamps = await start(disk, clock);
    for (let i = 0; i < 3; i++) {
      const next = stamps.next();
      expect(next).toBeGreaterThan(last);
      last = next;
    }
    clock.advance(-86_400_000);
  }
});

it('clocks of presence begin above the time of day, above which no backup knows any', async () => {
  const clock = makeTestClock();
  const stamps = await start(makeDisk(), clock);
  expect(stamps.next()).toBeGreaterThan(clock.now().getTime());
});

it('more clocks of presence are set apart before those at hand are used up', async () => {
  const disk = makeDisk();
  const stamps = await start(disk, makeTestClock(), 100);
  for (let i = 0; i < 1_000; i++) {
    expect(stamps.next()).toBeLessThan(disk.next);
    await Promise.resolve();
  }
});

it('where no more can be set apart, it is tried again a few times, and people go on being seen', async () => {
  const disk = makeDisk();
  const stamps = await start(disk, makeTestClock(), 1_000);
  disk.failure = new Error('no disk');
  const before = disk.asked;
  for (let i = 0; i < 990; i++) {
    stamps.next();
    await Promise.resolve();
  }
  expect(disk.asked - before).toBeLessThan(12);
  expect(errors.length).toBe(disk.asked - before);
  disk.failure = null;
  for (let i = 0; i < 20; i++) {
    stamps.next();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(stamps.next()).toBeLessThan(disk.next);
});

it('a failure to set clocks apart is not remembered', async () => {
  const disk = makeDisk();
  disk.failure = new Error('no disk');
  const stamps = new Stamps({ storage: disk, clock: makeTestClock(), log });
  await expect(stamps.ready()).rejects.toThrow('no disk');
  disk.failure = null;
  await stamps.ready();
  expect(stamps.next()).toBeGreaterThan(0);
});
