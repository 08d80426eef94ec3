import { expect, it } from 'vitest';
import { Turnstile } from './turnstile';

const turnOfLoop = () => new Promise<void>((resolve) => setImmediate(resolve));

it('works one piece a turn, so that others come in between', async () => {
  const turnstile = new Turnstile({ sliceMs: 0, onError: () => undefined });
  const done: number[] = [];
  for (let i = 0; i < 3; i++) turnstile.enter(() => done.push(i));
  expect(done).toEqual([]);
  const seen: number[] = [];
  while (done.length < 3) {
    await turnOfLoop();
    seen.push(done.length);
  }
  expect(seen).toEqual([1, 2, 3]);
});

it('works as many pieces a turn as its time allows', async () => {
  const turnstile = new Turnstile({ sliceMs: 60_000, onError: () => undefined });
  let done = 0;
  for (let i = 0; i < 100; i++) turnstile.enter(() => done++);
  await turnOfLoop();
  expect(done).toBe(100);
});

it('has no more under way than allowed, and gives each its own result', async () => {
  const turnstile = new Turnstile({ sliceMs: 0, atOnce: 2, onError: () => undefined });
  const open: (() => void)[] = [];
  const results = [0, 1, 2].map((i) =>
    turnstile.pass(() => new Promise<number>((resolve) => open.push(() => resolve(i)))),
  );
  for (let i = 0; i < 10; i++) await turnOfLoop();
  expect([open.length, turnstile.length]).toEqual([2, 1]);
  open[0]?.();
  expect(await results[0]).toBe(0);
  while (open.length < 3) await turnOfLoop();
  open[1]?.();
  open[2]?.();
  expect(await Promise.all(results)).toEqual([0, 1, 2]);
});

it('goes on after work that fails', async () => {
  const errors: unknown[] = [];
  const turnstile = new Turnstile({ sliceMs: 0, onError: (error) => errors.push(error) });
  turnstile.enter(() => {
    throw new Error('broken');
  });
  await expect(turnstile.pass(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  expect(await turnstile.pass(() => 'fine')).toBe('fine');
  expect(errors).toEqual([new Error('broken')]);
});
